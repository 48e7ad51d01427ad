import * as vscode from 'vscode';
import { buildScript } from '../../core/interview/buildScript';
import { languages, type Interview, type Mode, type Question, type Script } from '../../core/interview/interview';
import { readInterviewNote } from '../../core/interview/interviewNote';
import { nextScript, topicsToRepeat, type PastInterview } from '../../core/interview/pastInterviews';
import type { Note } from '../../core/notes/note';
import { plainText } from '../plainText';
import { candidates, notesInCode } from './candidates';
import { chooseWishes, levelName, type ChosenWishes } from './chooseWishes';
import type { InterviewTools } from './interviewTools';
import { asksBack, questionOfCard, scriptOfNote } from './scriptOfNote';

/** What to do: an interview to begin, or one to go on with. */
export type Chosen = { readonly type: 'script'; readonly script: Script; readonly mode: Mode } | { readonly type: 'continue'; readonly id: string };

interface Entry extends vscode.QuickPickItem {
  readonly choose?: () => Promise<Chosen | undefined>;
}

/** Asks which interview. `open` ones were begun and not finished, latest last. */
export async function chooseInterview(tools: ChooserTools, past: readonly PastInterview[], open: readonly { readonly id: string; readonly interview: Interview }[]): Promise<Chosen | undefined> {
  const t = vscode.l10n.t;
  const entries: Entry[] = [...open].reverse().slice(0, 3).map(({ id, interview }) => ({
    label: `$(debug-continue) ${t('Continue: {0}', plainText(interview.script.title))}`,
    description: t('question {0} of {1}', Math.max(1, (interview.turns.at(-1)?.question ?? 0) + 1), interview.script.questions.length),
    choose: () => Promise.resolve({ type: 'continue', id }),
  }));
  entries.push({ label: `$(settings) ${t('Build one for me…')}`, description: t('by level, topics and time; weakest first'), choose: () => built(tools, past) });
  const notes = interviewNotes(tools);
  if (notes.length > 0) entries.push({ label: t('Scripts'), kind: vscode.QuickPickItemKind.Separator });
  for (const note of notes) entries.push(...(await entriesOf(note, tools, past)));
  const picked = await vscode.window.showQuickPick(entries, { title: t('Start mock interview'), placeHolder: t('Choose an interview'), matchOnDescription: true, ignoreFocusOut: true });
  return await picked?.choose?.();
}

export async function scriptChoice(note: Note, tools: InterviewTools, mode: Mode): Promise<Chosen | undefined> {
  const script = await scriptOfNote(note, tools.library, mode);
  if (script) return { type: 'script', script, mode };
  void vscode.window.showWarningMessage(plainText(vscode.l10n.t('“{0}” has no link that leads to a question. Write a list of links to cards, such as ../python/gil.md#^gil-why.', note.title)));
  return undefined;
}

export function interviewNotes({ library }: InterviewTools): readonly Note[] {
  return library.index.notes().filter(({ kind }) => kind === 'interview');
}

/** The script never done or done worst, else topics that went badly: in words, and what starts it. */
export function suggestionFor(tools: ChooserTools, past: readonly PastInterview[]): { readonly name: string; readonly choose: () => Promise<Chosen | undefined> } | undefined {
  const weak = topicsToRepeat(past);
  if (weak.length > 0 && past.length % 2 === 1) return { name: vscode.l10n.t('a short interview on {0}', weak.join(', ')), choose: () => buildWith(tools, past, { ...usualWishes(tools), topics: weak, minutes: 15 }) };
  const id = nextScript(past, interviewNotes(tools).map((note) => note.id));
  const note = id === undefined ? undefined : tools.library.index.note(id);
  return note && { name: note.title, choose: () => scriptChoice(note, tools, 'candidate') };
}

async function entriesOf(note: Note, tools: ChooserTools, past: readonly PastInterview[]): Promise<readonly Entry[]> {
  const t = vscode.l10n.t;
  const text = await tools.library.textOf(note).catch(() => '');
  const { items, minutes } = readInterviewNote(text);
  const last = past.filter((each) => each.note === note.id).at(-1);
  const facts = [note.levels.map(levelName).join(', '), minutes === undefined ? '' : t('{0} minutes', minutes), t('{0} questions', items.length), last?.points === undefined ? '' : t('last time {0}', `${Math.round(last.points * 100)} %`)];
  const entry: Entry = { label: plainText(note.title), description: facts.filter(Boolean).join(' · '), choose: () => scriptChoice(note, tools, 'candidate') };
  const recorded = items.filter((item) => item.recorded !== undefined).length;
  if (recorded === 0) return [entry];
  const judge: Entry = { label: t('Judge: {0}', plainText(note.title)), description: t('{0} recorded answers: which are weak, and why?', recorded), choose: () => scriptChoice(note, tools, 'judge') };
  return [entry, judge];
}

/** What was wished for last, while VS Code runs. */
interface Remembered {
  wishes?: ChosenWishes;
}

export interface ChooserTools extends InterviewTools {
  readonly remembered: Remembered;
}

function usualWishes({ remembered }: ChooserTools): ChosenWishes {
  const language = languages.find((code) => vscode.env.language.toLowerCase().startsWith(code)) ?? 'en';
  return remembered.wishes ?? { level: undefined, topics: [], minutes: 30, mix: 'mostlyTechnical', codeOnly: false, language };
}

async function built(tools: ChooserTools, past: readonly PastInterview[]): Promise<Chosen | undefined> {
  const wishes = await chooseWishes(tools.library, usualWishes(tools));
  if (!wishes) return undefined;
  tools.remembered.wishes = wishes;
  return await buildWith(tools, past, wishes);
}

async function buildWith(tools: ChooserTools, past: readonly PastInterview[], wishes: ChosenWishes): Promise<Chosen | undefined> {
  const inCode = wishes.codeOnly ? await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading the names in your code') }, () => notesInCode(tools.library)) : new Set<string>();
  const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  const questions: Question[] = [];
  for (const card of buildScript(candidates(tools, past, inCode), wishes, seed)) {
    const question = await questionOfCard(card, tools.library);
    if (question) questions.push(question);
  }
  if (questions.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No question fits. Choose more topics or another level.'));
    return undefined;
  }
  const { level, language, minutes, topics } = wishes;
  const about = topics.length > 0 ? topics.join(', ') : wishes.codeOnly ? vscode.l10n.t('your code') : vscode.l10n.t('all topics');
  return {
    type: 'script',
    mode: 'candidate',
    script: {
      title: level === undefined ? vscode.l10n.t('Mock interview: {0}', about) : vscode.l10n.t('{0} interview: {1}', levelName(level), about),
      language,
      levels: level === undefined ? [] : [level],
      minutes,
      opening: '',
      closing: '',
      questions,
      followUps: level === 'senior' ? 2 : 1,
      asksBack: asksBack(questions),
    },
  };
}
