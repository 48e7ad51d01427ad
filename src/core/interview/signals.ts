/** How an answer was given, apart from what it says. Found in the text, and the user may change it. */
export const signals = ['reasoned', 'concrete', 'weighed'] as const;
/** `reasoned`: said why. `concrete`: gave an example or a figure. `weighed`: named a trade-off, or how it would be tested. */
export type Signal = (typeof signals)[number];

// No \b: it knows ASCII letters only, so the edges of words are spelled out.
const start = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';
const words = (...alternatives: readonly string[]) => `${start}(?:${alternatives.join('|')})${end}`;
/** Russian and Korean words go on with endings. */
const stems = (...alternatives: readonly string[]) => `${start}(?:${alternatives.join('|')})`;

const patterns: Readonly<Record<Signal, RegExp>> = {
  reasoned: expression(
    words('because', 'since', 'so that', 'therefore', 'that is why', "that's why", 'which means', 'otherwise', 'the reason', 'as a result', 'hence', 'in order to'),
    stems('потому', 'поэтому', 'так как', 'чтобы', 'иначе', 'следовательно', 'причин', 'значит', 'из-за'),
    '때문|왜냐하면|그래서|따라서|이유는|위해서|덕분|그렇지 않으면|니까',
  ),
  concrete: expression(
    words('for example', 'for instance', 'e\\.g\\.', 'such as', 'in my (?:last )?project', 'we had', 'i used', 'i built', 'we measured', 'i measured'),
    stems('например', 'допустим', 'в моем проекте', 'в моём проекте', 'у нас был', 'я использовал', 'мы использовал', 'я измерил', 'замерил'),
    '예를 들|예컨대|프로젝트에서|사용했|경험이|측정',
    '\\d+(?:[.,]\\d+)?\\s*(?:%|ms|s|seconds?|minutes?|hours?|times|x|mb|gb|rows|requests|users|мс|сек|секунд|минут|раз|раза|процент|строк|запрос|초|분|배|명|건|퍼센트)',
  ),
  weighed: expression(
    words('trade-?offs?', 'on the other hand', 'downside', 'drawbacks?', 'disadvantages?', 'however', 'depends on', 'instead of', 'rather than', 'the cost', 'costs?', 'tests?', 'tested', 'testing', 'pytest', 'benchmark', 'profil(?:e|er|ing)', 'unless'),
    stems('минус', 'недостат', 'зато', 'однако', 'с другой стороны', 'зависит', 'вместо', 'компромисс', 'тест', 'проверя', 'профил'),
    '단점|반면|하지만|트레이드오프|대신|따라 다|테스트|검증|프로파일|비용',
  ),
};

const hedges = expression(
  words('maybe', 'probably', 'kind of', 'sort of', 'i guess', 'a little', 'not sure', 'if i am not mistaken', "if i'm not mistaken", 'something like that', 'more or less'),
  stems('наверное', 'вроде', 'как бы', 'немного', 'не уверен', 'если не ошибаюсь', 'что-то такое', 'скорее всего'),
  '아마|것 같|글쎄|조금|잘 모르',
);

export function signalsIn(text: string): readonly Signal[] {
  return signals.filter((signal) => patterns[signal].test(text));
}

/** The words that make an answer sound unsure, as typed, at most five. */
export function hedgesIn(text: string): readonly string[] {
  const found = new Set(Array.from(text.matchAll(new RegExp(hedges, 'giu')), ([word]) => word.toLowerCase()));
  return [...found].slice(0, 5);
}

/** The words behind a signal, as typed: its evidence. */
export function wordsFor(signal: Signal, text: string): string | undefined {
  return patterns[signal].exec(text)?.[0];
}

function expression(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.join('|'), 'iu');
}
