import * as vscode from 'vscode';
import type { Candidate } from '../../core/interview/buildScript';
import { isPersonal } from '../../core/interview/asQuestion';
import type { PastInterview } from '../../core/interview/pastInterviews';
import { namesInFile } from '../../core/python/namesInFile';
import { notesForNames, type HoverSettings } from '../../core/python/notesForNames';
import { PythonModule } from '../../core/python/pythonModule';
import type { Library } from '../library/library';
import type { InterviewTools } from './interviewTools';

/** The cards that a built interview may ask. Options alone make no spoken question, and neither do gaps. */
export function candidates({ library, reviews }: InterviewTools, past: readonly PastInterview[], inCode: ReadonlySet<string>): readonly Candidate[] {
  const missed = new Set(past.slice(-3).flatMap((each) => each.missed));
  return library.index.notes().flatMap((note) =>
    note.kind === 'interview'
      ? []
      : note.cards.flatMap((card): Candidate[] => {
          if (card.parent !== undefined) return [];
          const recall = reviews.recallOf(card.id);
          return [
            {
              card: card.id,
              topic: note.topic.join('/'),
              levels: note.levels,
              personal: isPersonal(note),
              open: card.kind === 'reveal',
              followUps: note.cards.filter(({ parent }) => parent === card.anchor).length,
              due: reviews.isDue(card.id),
              ...(recall !== undefined && { recall }),
              missed: missed.has(card.id),
              inCode: inCode.has(note.id),
            },
          ];
        }),
  );
}

const mostFiles = 60;
const longestFile = 100_000;
const settings: HoverSettings = { keywords: true, libraries: true, trivialKeywords: false, mutedNames: [] };

/** Ids of the notes behind the names that Python files of this workspace use. */
export async function notesInCode(library: Library): Promise<ReadonlySet<string>> {
  const files = await vscode.workspace.findFiles('**/*.py', undefined, mostFiles);
  if (files.length === 0) return new Set();
  const { parsePython } = await import('../../core/python/parsePython');
  const notes = new Set<string>();
  for (const file of files) {
    const text = await vscode.workspace.fs.readFile(file).then((bytes) => new TextDecoder().decode(bytes.subarray(0, longestFile)), () => '');
    for (const name of namesInFile(new PythonModule(parsePython(text), text, []))) {
      for (const note of notesForNames([name], (form) => library.index.notesByHover(form), settings)?.notes ?? []) notes.add(note.id);
    }
  }
  return notes;
}
