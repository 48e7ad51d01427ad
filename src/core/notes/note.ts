/**
 * A note is one Markdown file as everything else sees it: what it is about, which names it explains, which cards it holds.
 * It keeps places in the text instead of the text, so that tens of thousands of notes fit into memory.
 */

/** A half-open range of UTF-16 offsets into the note's text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export const levels = ['junior', 'middle', 'senior'] as const;
export type Level = (typeof levels)[number];

export const noteKinds = ['note', 'comparison', 'interview'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** `auto` reads headings where the front matter shows that this is a study note; see the design of the card rules in README. */
export const cardModes = ['auto', 'headings', 'explicit', 'off'] as const;
export type CardMode = (typeof cardModes)[number];

export interface Source {
  /** Absent where the author gave a bare link. */
  readonly title?: string;
  readonly url: string;
}

export const severities = ['error', 'warning', 'hint'] as const;

/** Something in the file that its author should know. Shown in the Problems panel and, where it is an error, in the tree. */
export interface NoteProblem {
  /** Stable name of the rule, e.g. `yaml`, `unknown-level`, `duplicate-id`. */
  readonly code: string;
  readonly message: string;
  readonly severity: (typeof severities)[number];
  readonly range: TextRange;
}

export interface Heading {
  /** 1-6. */
  readonly level: number;
  /** Visible text, without id and closing marks. */
  readonly text: string;
  /** As GitHub and VS Code build it, made unique in the note with -1, -2. */
  readonly slug: string;
  readonly range: TextRange;
}

/** How a card is asked. `reveal` shows its answer on request; `choice` has options; `cloze` has a gap. */
export const cardKinds = ['reveal', 'choice', 'cloze'] as const;
export type CardKind = (typeof cardKinds)[number];

/**
 * How the card is written: as a heading with its section, as `Q:`/`A:`, with `?` on a line between question and answer,
 * on one line with `::`, or as text with gaps.
 */
export const cardForms = ['heading', 'tagged', 'marked', 'line', 'gaps'] as const;
export type CardForm = (typeof cardForms)[number];

export interface Card {
  /** `<root>:<path>#<anchor>`: what reviews are filed under. */
  readonly id: string;
  /** The part after the last `#`. */
  readonly anchor: string;
  /** True where the author wrote the id, false where it is derived from the text. */
  readonly explicit: boolean;
  readonly kind: CardKind;
  /** The question as one line of plain text. */
  readonly front: string;
  /** The whole block in the note: from its first line to the end of its answer. */
  readonly range: TextRange;
  /** Absent: `heading`. */
  readonly form?: CardForm;
  /** Sections of follow-ups within `range`: not part of this card. Absent where there are none. */
  readonly cuts?: readonly TextRange[];
  /** Anchor of the question this one follows up, if any. */
  readonly parent?: string;
  /** Hash of the answer (8 hex digits), to find a card again after its front was edited. See `textHash`. */
  readonly answerHash: string;
}

export const linkKinds = ['wiki', 'markdown'] as const;

export interface NoteLink {
  readonly kind: (typeof linkKinds)[number];
  /** As written: `gil`, `../python/gil.md#^gil-why`. */
  readonly target: string;
  /** Of the target. */
  readonly range: TextRange;
}

/** Fields may be read when they are first asked for, so a copy by `...` may lack some. */
export interface Note {
  /** `<root>:<path>`, path with `/`, in NFC, without `.md` and language suffix. */
  readonly id: string;
  /** From the file name's suffix: `ko` for `gil.ko.md`. */
  readonly language?: string;
  readonly title: string;
  /** Path in the tree, outermost first, each segment in NFC. Empty where neither front matter nor folder gives one. */
  readonly topic: readonly string[];
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  readonly levels: readonly Level[];
  readonly kind: NoteKind;
  /** Python names that lead here, as written: `yield`, `pkg.mod.Name`, `.method`, `pkg.func(kw=)`, `@pkg.decorator`. */
  readonly hover: readonly string[];
  readonly appliesTo: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly verified?: string;
  readonly sources: readonly Source[];
  readonly related: readonly string[];
  /** Id of the starter note this one was copied from. */
  readonly copyOf?: string;
  /** First paragraph as plain text, at most 300 characters. Empty where the note starts with something else. */
  readonly gist: string;
  readonly headings: readonly Heading[];
  readonly links: readonly NoteLink[];
  readonly cards: readonly Card[];
  readonly problems: readonly NoteProblem[];
  /** Offset where the body starts, after the front matter. */
  readonly bodyStart: number;
}

/** What a quiz shows of a card, cut from the note's text at the moment it is asked. All texts are Markdown. */
export interface CardContent {
  /** One line of plain text. */
  readonly front: string;
  /** What belongs to the question below its heading: text and code before the options, the output or the end of the marked fence. May be empty. */
  readonly stem: string;
  /** Empty unless the card is multiple choice. */
  readonly options: readonly CardOption[];
  /** The answer, without callouts, options and nested questions. For multiple choice: the explanation, may be empty. */
  readonly answer: string;
  readonly hint?: string;
  /** The points a good answer has, plain text, in order. */
  readonly points: readonly string[];
  readonly trap?: string;
  /** For spot-the-bug cards: the 1-based line of the stem's fence that is wrong. */
  readonly bugLine?: number;
}

export interface CardOption {
  /** One line of Markdown. An option is identified by this text. */
  readonly text: string;
  readonly correct: boolean;
  /** Why it is right or wrong. Empty where the author gave none. */
  readonly reason: string;
}
