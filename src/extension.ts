import type MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { registerAuthoring } from './editor/authoring/registerAuthoring';
import { registerComparison } from './editor/comparison/registerComparison';
import { registerInFile } from './editor/inFile/registerInFile';
import { registerInWorkspace } from './editor/inFile/registerInWorkspace';
import { registerInterview } from './editor/interview/registerInterview';
import { registerCardMoves } from './editor/library/cardMoves';
import { createLibrary } from './editor/library/createLibrary';
import type { CheckpointFile } from './editor/library/checkpointFile';
import type { Library } from './editor/library/library';
import type { NoteCache } from './editor/library/noteCache';
import type { NoteFiles } from './editor/library/noteFiles';
import { createReviews, type Reviews } from './editor/library/reviews';
import type { ReviewFiles } from './editor/library/reviewFiles';
import { chosenReviewFolder } from './editor/library/reviewFolder';
import { registerStarterScheme } from './editor/library/starterNotes';
import { registerPlan } from './editor/plan/registerPlan';
import { cardState } from './editor/python/cardState';
import { PythonDocuments } from './editor/python/pythonDocuments';
import { registerHover } from './editor/python/registerHover';
import { registerSymbolNotes } from './editor/python/registerSymbolNotes';
import { registerQuiz } from './editor/quiz/registerQuiz';
import { extendMarkdownIt } from './editor/reading/markdownPlugin';
import { registerReading } from './editor/reading/registerReading';
import { registerReviews } from './editor/reviews/registerReviews';
import { reviewSettings } from './editor/reviews/reviewSettings';
import { registerSearch } from './editor/search/registerSearch';
import { registerStatistics } from './editor/statistics/registerStatistics';
import { registerTopics } from './editor/topics/registerTopics';

/** What differs between the desktop and the browser: how notes are read and kept, and how reviews are appended. */
export interface Platform {
  readonly noteFiles: NoteFiles;
  /** What the notes said last time. The browser has none. */
  readonly noteCache?: NoteCache;
  /** Name of the machine, for people who look into their review files. */
  readonly host: string;
  reviewFiles(folder: vscode.Uri): ReviewFiles;
  checkpointFile(uri: vscode.Uri): CheckpointFile;
}

/** What `activate` returns: the built-in Markdown preview calls `extendMarkdownIt`; tests look at the rest. */
export interface InterviewStudy {
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
  readonly library: Library;
  readonly reviews: Reviews;
}

/** Starts reading in the background and registers the features. Nothing here touches a file before it returns. */
export function activate(context: vscode.ExtensionContext, platform: Platform): InterviewStudy {
  const { extensionUri } = context;
  const now = () => Date.now();
  const library = createLibrary(extensionUri, platform.noteFiles, platform.noteCache);
  const ownFolder = vscode.Uri.joinPath(context.globalStorageUri, 'reviews');
  const places = { current: chosenReviewFolder() ?? ownFolder, own: ownFolder, filesIn: (folder: vscode.Uri) => platform.reviewFiles(folder) };
  const checkpoint = platform.checkpointFile(vscode.Uri.joinPath(context.globalStorageUri, 'reviewStates.jsonl'));
  const reviews = createReviews({ files: places.filesIn(places.current), checkpoint, host: platform.host, now, settings: reviewSettings() });

  const pythonDocuments = new PythonDocuments();
  const python = { library, reviews, python: pythonDocuments, stateOf: cardState(reviews) };

  context.subscriptions.push(
    library,
    reviews,
    registerCardMoves(library, reviews),
    registerStarterScheme(extensionUri),
    registerTopics(library, reviews, { workspace: context.workspaceState, machine: context.globalState }),
    registerReading(library, reviews),
    registerQuiz({ extensionUri, library, reviews, now }, { workspace: context.workspaceState, everywhere: context.globalState }),
    registerReviews(reviews, library, places, now),
    registerPlan({ library, reviews, settings: reviewSettings, now }),
    registerStatistics({ extensionUri, library, reviews }),
    registerInterview({ extensionUri, library, reviews, now, storage: vscode.Uri.joinPath(places.current, 'interviews') }),
    registerComparison({ extensionUri, library }),
    pythonDocuments,
    registerHover(library, python.stateOf, pythonDocuments),
    registerInFile(python),
    registerInWorkspace(python, platform.noteFiles),
    registerSymbolNotes(library, pythonDocuments),
    registerSearch(library),
    registerAuthoring(library, reviews),
  );
  return { extendMarkdownIt: (markdown) => extendMarkdownIt(markdown, library), library, reviews };
}
