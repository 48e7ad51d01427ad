/** Without the endings of English, Russian or Korean grammar. Light: it may leave two forms apart, which `isSameWord` then joins. */
export function stem(word: string): string {
  const lower = word.toLowerCase().replace(/ё/g, 'е');
  if (/[가-힣]/.test(lower)) return koreanStem(lower);
  if (/[а-я]/.test(lower)) return cut(lower, russianEndings, 3);
  return englishStem(lower);
}

function englishStem(word: string): string {
  if (!/^[a-z]+$/.test(word) || word.length < 4) return word.replace(/s$/, (end) => (word.length > 3 ? '' : end));
  let rest = word.replace(/ies$/, 'y').replace(/(ss|us|is)$|(?<=[a-z]{3})(?:es(?=$)(?<=(?:ch|sh|x|z|ss)es)|s)$/, '$1');
  rest = cut(rest, ['izations', 'ization', 'isation', 'ations', 'ation', 'ising', 'izing', 'ised', 'ized', 'ise', 'ize', 'ments', 'ment', 'ing', 'edly', 'ed', 'ly', 'ness'], 3);
  rest = rest.replace(/([bdfgklmnprtz])\1$/, '$1');
  return rest.length > 3 ? rest.replace(/e$/, '') : rest;
}

const russianEndings = [
  'ировались ировалась ировался ировать ируется ируются ирует ируют ирован ования ованием ование',
  'иваются ивается ываются ывается иваться ываться ивает ывает ивать ывать',
  'аются яются ается яется уются уется иться аться яться ется ются ится атся ятся ились ался алась ались илась илось',
  'остью остей ости ость ениями ениях ением ений ения ению ение аниями аниях анием аний ания анию ание',
  'ующий ующая ующие ующего ующих ющие ющий ющая ющих ящий ящая ящие',
  'ыми ими ого его ому ему ами ями ает яет ают яют ует уют ить ать ять ешь ишь ете ите ала ало али ила ило или ено ена ены ано ана аны ный ная ное ные ных ным ной',
  'ый ий ая яя ое ее ые ие ой ей ых их ым им ую юю ом ем ам ям ах ях ов ев ил ал ел ен ет ит ут ют ат ят ла ло ли ью',
  'а я о е ы и у ю ь й',
].flatMap((line) => line.split(' ')).sort((one, other) => other.length - one.length);

const koreanEndings = [
  '에서는 으로는 에서도 으로도 까지는 부터는 이라는 이라고 라는 라고 에게 한테 에서 에는 에도 으로 이나 까지 부터 마다 보다 처럼 만큼 조차 이며 이고 들은 들이 들을 들의',
  '합니다 입니다 됩니다 했습니다 됐습니다 되었습니다 습니다 ㅂ니다 하는데 되는데 하면서 하지만 하려고 하도록 되도록 하거나 되거나 하면 되면 하고 되고 하여 되어 해서 돼서 하는 되는 하던 했던 해야 된다 한다 했다 됐다 하기 되기 함 됨 해 돼 된 한 할 될',
  '은 는 이 가 을 를 의 에 로 와 과 도 만 들',
].flatMap((line) => line.split(' ')).sort((one, other) => other.length - one.length);

function koreanStem(word: string): string {
  const once = cut(word, koreanEndings, 2);
  return cut(once, koreanEndings, 2);
}

function cut(word: string, endings: readonly string[], least: number): string {
  const ending = endings.find((candidate) => word.length - candidate.length >= least && word.endsWith(candidate));
  return ending === undefined ? word : word.slice(0, word.length - ending.length);
}
