/** What a hover shows of one note. All of it is the note author's text. */
export interface HoverNote {
  readonly title: string;
  /** Shown of the first note only. */
  readonly gist: string;
  /** Such as `2 due`. */
  readonly state?: string;
}

export interface HoverButton {
  readonly label: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

/** About two lines at the width of a hover. */
const longestGist = 220;
const longestTitle = 90;

/** The Markdown of the note part, which is shown untrusted: the first note with its gist, one numbered line for each of the rest. */
export function noteMarkdown([first, ...rest]: readonly HoverNote[]): string {
  if (!first) return '';
  const gist = inertMarkdown(shortened(first.gist, longestGist));
  const others = rest.map((note, at) => `${at + 2}\\. ${titleLine(note)}`);
  return [[titleLine(first), ...(gist === '' ? [] : [gist])], others]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('  \n'))
    .join('\n\n');
}

/** The Markdown of our own links, the only part in which commands are allowed. */
export function buttonsMarkdown(buttons: readonly HoverButton[]): string {
  return buttons.map((button) => `[${inertMarkdown(button.label)}](${commandLink(button)})`).join(' · ');
}

/**
 * Text as Markdown that can be nothing but this text: every ASCII punctuation mark is escaped, which CommonMark (2.4) allows and which
 * leaves no link, image, HTML, entity, icon or block, and no bare address for GFM to make a link of (VS Code's `appendText` leaves those).
 * White space, control and direction marks become single spaces.
 */
export function inertMarkdown(text: string): string {
  return oneLine(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

function titleLine({ title, state }: HoverNote): string {
  const bold = `**${inertMarkdown(shortened(title, longestTitle)) || '?'}**`;
  return state ? `${bold} · ${inertMarkdown(state)}` : bold;
}

function commandLink({ command, arguments: values }: HoverButton): string {
  // A `)` in a note's name would end the link early; `encodeURIComponent` leaves it, and quotes.
  const encoded = encodeURIComponent(JSON.stringify(values)).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `command:${command}?${encoded}`;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

function shortened(text: string, length: number): string {
  const line = oneLine(text);
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1);
  const atWord = cut.lastIndexOf(' ');
  // A cut between the halves of a surrogate pair would leave a broken character.
  return `${(atWord > length / 2 ? cut.slice(0, atWord) : cut.replace(/[\ud800-\udbff]$/, '')).trimEnd()}…`;
}
