import { questionOf, type Interview, type Turn, type Verdict } from './interview';
import type { PastInterview } from './pastInterviews';
import { phrases } from './phrases';
import { resultsOf, type Result } from './results';
import { bandOf, pointShare, scoresOf, type Band, type Dimension, type Evidence } from './scores';
import type { Signal } from './signals';

/** The report's own words, in the reader's language. `{0}`, `{1}` are filled in. */
export interface ReportWords {
  readonly dimensions: Readonly<Record<Dimension, string>>;
  readonly bands: Readonly<Record<Band, string>>;
  readonly signals: Readonly<Record<Signal, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly summary: string;
  readonly points: string;
  readonly pointsNamed: string;
  readonly time: string;
  readonly dimension: string;
  readonly score: string;
  readonly before: string;
  readonly evidence: string;
  readonly notShown: string;
  readonly dueToday: string;
  readonly nothingMissed: string;
  readonly transcript: string;
  readonly question: string;
  readonly followUp: string;
  readonly spoken: string;
  readonly skipped: string;
  readonly unknown: string;
  readonly trap: string;
  readonly silent: string;
  readonly thought: string;
  readonly noReason: string;
  readonly hedges: string;
  readonly hints: string;
  readonly judged: string;
  readonly modelAnswer: string;
  readonly comment: string;
}

export interface ReportSetting {
  /** Finished before this one, earliest first. */
  readonly earlier: readonly PastInterview[];
  /** Of the end, as the reader writes dates. */
  readonly date: string;
  readonly words: ReportWords;
}

/** The whole interview as a Markdown file that any reader shows. Texts that people typed are quoted, so that no mark in them breaks it. */
export function interviewReport(interview: Interview, { earlier, date, words }: ReportSetting): string {
  const results = resultsOf(interview);
  return [
    `# ${plain(interview.script.title)}`,
    [date, `${words.time}: ${clock(interview.turns.reduce((sum, { spent }) => sum + spent, 0))}`, share(pointShare(results), words)].filter(Boolean).join(' · '),
    ...(interview.mode === 'judge' ? [] : [`## ${words.summary}`, summaryTable(interview, earlier, words), evidenceLists(interview, words), dueList(results, words)]),
    `## ${words.transcript}`,
    ...interview.turns.flatMap((turn, index) => turnSection(interview, turn, index, words)),
    ...(interview.ownQuestions.text.trim() === '' ? [] : [`### ${plain(phrases[interview.script.language].yourQuestions)}`, quoted(interview.ownQuestions.text)]),
    ...(interview.comment === undefined ? [] : [`## ${words.comment.replace('{0}', plain(interview.consent ?? ''))}`, quoted(interview.comment)]),
  ].filter((part) => part !== '').join('\n\n') + '\n';
}

/** Minutes and seconds, `4:07`. */
export function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** One piece of evidence in words, without the question it is about. */
export function evidenceText({ what }: Evidence, words: ReportWords): string {
  switch (what.kind) {
    case 'points':
      return filled(words.pointsNamed, what.named, what.of);
    case 'words':
      return what.words === undefined ? words.signals[what.signal] : `${words.signals[what.signal]}: “${what.words}”`;
    case 'hedges':
      return filled(words.hedges, what.words.map((word) => `“${word}”`).join(', '));
    case 'trap':
    case 'silent':
    case 'thought':
    case 'noReason':
      return words[what.kind];
  }
}

export function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}

function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}

function share(value: number | undefined, words: ReportWords): string {
  return value === undefined ? '' : `${words.points}: ${percent(value)}`;
}

function summaryTable(interview: Interview, earlier: readonly PastInterview[], words: ReportWords): string {
  const rows = scoresOf(interview).map(({ dimension, value }) => {
    const before = earlier.map(({ scores }) => scores[dimension]).filter((each) => each !== undefined).slice(-3);
    return `| ${words.dimensions[dimension]} | ${value === undefined ? words.notShown : `${percent(value)}, ${words.bands[bandOf(value)]}`} | ${before.map(percent).join(' → ') || '–'} |`;
  });
  return [`| ${words.dimension} | ${words.score} | ${words.before} |`, '|---|---|---|', ...rows].join('\n');
}

function evidenceLists(interview: Interview, words: ReportWords): string {
  return scoresOf(interview)
    .filter(({ evidence }) => evidence.length > 0)
    .map(({ dimension, evidence }) => {
      const lines = evidence.map((each) => {
        const turn = interview.turns[each.turn];
        return `- ${each.good ? '✓' : '✗'} ${plain(turn ? questionOf(interview.script, turn).front : '')} ${plain(evidenceText(each, words))}`;
      });
      return [`### ${words.dimensions[dimension]}: ${words.evidence}`, lines.join('\n')].join('\n\n');
    })
    .join('\n\n');
}

function dueList(results: readonly Result[], words: ReportWords): string {
  const missed = results.filter((result) => result.missed.length > 0);
  if (missed.length === 0) return words.nothingMissed;
  const lines = missed.flatMap(({ question, missed: points }) => [`- ${plain(question.front)}`, ...points.map((point) => `  - ${plain(question.points[point] ?? '')}`)]);
  return [`### ${words.dueToday}`, lines.join('\n')].join('\n\n');
}

function turnSection(interview: Interview, turn: Turn, index: number, words: ReportWords): readonly string[] {
  const { script, mode } = interview;
  const question = questionOf(script, turn);
  const said = mode === 'judge' ? (question.recorded ?? '') : turn.text;
  const isOwn = turn.followUp === 'hint' || turn.followUp === 'why' || turn.followUp === 'another';
  const asked = isOwn ? phrases[script.language].followUps[turn.followUp] : question.front;
  const name = turn.followUp === undefined ? filled(words.question, turn.question + 1) : words.followUp;
  const facts = [clock(turn.spent), turn.hints > 0 ? words.hints : '', turn.outcome === 'skipped' ? words.skipped : turn.outcome === 'unknown' ? words.unknown : '', turn.verdict ? filled(words.judged, words.verdicts[turn.verdict]) : '', turn.fell ? words.trap : ''];
  const points = turn.points.map((point) => {
    const found = turn.found.find((each) => each.point === point);
    const isNamed = turn.covered.includes(point);
    return `- ${isNamed ? '✓' : '✗'} ${plain(question.points[point] ?? '')}${isNamed && found ? ` (${found.words.map(plain).join(', ')})` : ''}`;
  });
  const isFirst = interview.turns.findIndex(({ question: main, path }) => main === turn.question && path.join() === turn.path.join()) === index;
  return [
    `### ${name}: ${plain(asked)}`,
    facts.filter(Boolean).join(' · '),
    said.trim() === '' ? (turn.outcome === 'skipped' ? '' : `*${words.spoken}*`) : quoted(said),
    points.join('\n'),
    isFirst && question.answer !== '' ? `**${words.modelAnswer}**\n\n${quotedMarkdown(question.answer)}` : '',
    turn.comment === undefined ? '' : `**${filled(words.comment, plain(interview.consent ?? ''))}**\n\n${quoted(turn.comment)}`,
  ];
}

/** Text as it was typed, in a quote: nothing in it is read as Markdown or HTML. */
function quoted(text: string): string {
  return text.trim().split(/\r\n|\n|\r/).map((line) => `> ${plain(line)}`.trimEnd()).join('\\\n').replace(/^>\\$/gm, '>');
}

function quotedMarkdown(markdown: string): string {
  return markdown.trim().split(/\r\n|\n|\r/).map((line) => `> ${line}`.trimEnd()).join('\n');
}

/** Backslashes before what Markdown would read as a mark. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, '$1\\$2');
}
