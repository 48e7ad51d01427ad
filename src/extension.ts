import type MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { registerAuthoring } from './editor/authoring/registerAuthoring';
import { registerComparison } from './editor/comparison/registerComparison';
import { createLibrary } from './editor/library/createLibrary';
import type { Library } from './editor/library/library';
import type { NoteFiles } from './editor/library/noteFiles';
import { createReviews, type Reviews } from './editor/library/reviews';
import type { ReviewFiles } from './editor/library/reviewFiles';
import { registerStarterScheme } from './editor/library/starterNotes';
import { registerHover } from './editor/python/registerHover';
import { registerQuiz } from './editor/quiz/registerQuiz';
import { extendMarkdownIt } from './editor/reading/markdownPlugin';
import { registerReading } from './editor/reading/registerReading';
import { registerReviews } from './editor/reviews/registerReviews';
import { reviewSettings } from './editor/reviews/reviewSettings';
import { registerTopics } from './editor/topics/registerTopics';

/** What differs between the desktop and the browser: how notes are read and how reviews are appended. */
export interface Platform {
  readonly noteFiles: NoteFiles;
  reviewFiles(folder: vscode.Uri): ReviewFiles;
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
  const library = createLibrary(extensionUri, platform.noteFiles);
  const reviews = createReviews({ files: platform.reviewFiles(reviewFolder(context)), host: vscode.env.appHost, now, settings: reviewSettings() });

  context.subscriptions.push(
    library,
    reviews,
    registerStarterScheme(extensionUri),
    registerTopics(library, reviews),
    registerReading(library, reviews),
    registerQuiz({ extensionUri, library, reviews, now }, context.workspaceState),
    registerReviews(reviews, library, reviewFolder(context)),
    registerComparison({ extensionUri, library }),
    registerHover(library),
    registerAuthoring(library),
  );
  return { extendMarkdownIt: (markdown) => extendMarkdownIt(markdown, library), library, reviews };
}

/** A folder of the user's choice, else VS Code's own storage for this extension. */
function reviewFolder(context: vscode.ExtensionContext): vscode.Uri {
  const chosen = vscode.workspace.getConfiguration('interviewStudy').inspect<string>('reviewFolder')?.globalValue ?? '';
  return chosen === '' ? vscode.Uri.joinPath(context.globalStorageUri, 'reviews') : vscode.Uri.file(chosen);
}
