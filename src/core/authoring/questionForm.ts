/**
 * Whether a heading has the form of a question, though no question mark. By the order of its words, so that "How it works", "What this is"
 * and "When to use it" are none. English, Russian and Korean, the languages in which headings were looked at (290 questions of a Russian
 * collection, of which 288 lack the mark).
 */
export function isQuestionForm(heading: string): boolean {
  const line = heading.trim();
  return line.length <= longest && [asksHow, asksWhat, asksForPart, asksWhether, russian, korean].some((form) => form.test(line));
}

const longest = 200;
const support = 'do|does|did|can|could|should|would|will|must|might';
const verb = `${support}|is|are|was|were|has|have|had`;
const asksHow = new RegExp(`^(?:why|how|when|where|who)(?:['’]s| (?:${verb}))\\b`, 'i');
/** Not "What is read from it" and "What can go wrong", which name what follows. */
const asksWhat = new RegExp(`^[Ww]hat(?:['’]s| (?:is|are|was|were)) (?:(?:an?|the|your|meant|wrong with) |[A-Z\`]|[^ ]+$)|^[Ww]hat (?:${support}) (?:(?:you|we|I|it|they|one|an?|the|this) |[A-Z\`])`);
/** "Which database should I take", "What problems does it solve", "How many workers are enough". */
const asksForPart = new RegExp(`^(?:what|which|whose|how (?:many|much|often|long|large|fast|deep|far)) (?!(?:this|that|these|those|it|you|we|they|i|he|she|to|the|an?|not|if|about) )(?:[^ ]+ ){1,4}?(?:${support}) |^(?:which|how (?:many|much)) (?!(?:this|that|it|to) )(?:[^ ]+ ){1,4}?(?:is|are|was|were|has|have) `, 'i');
/** Not "Do" and "Have", which most often tell what to do. */
const asksWhether = /^(?:is|are|was|were|does|did|can|could|should|would|has) (?!not )\S+ \S/i;
const russian = /^(?:что (?:такое|значит|означает|делает|произойд[её]т|будет|вернёт|вернет|выведет)|почему|зачем|чем (?:\S+ ){0,4}отлича\S*|в ч[её]м|для чего|как(?:ой|ая|ое|ие|им|ого|ую)|как (?:работа|устро|реализ)\S*|когда (?:стоит|нужно|лучше|следует)|сколько)(?=[\s,]|$)/i;
const korean = /(?:인가|는가|은가|한가|던가|을까|할까|될까|일까|나요|까요|니까|무엇)요?[.]?$/;
