import * as vscode from 'vscode';

export interface FrontMatterKey {
  readonly key: string;
  readonly description: string;
  /** What is put behind the key when it is chosen; a snippet. */
  readonly value: string;
  /** Whether there are values to choose from. */
  readonly hasValues: boolean;
}

/** The keys that mean something in a note, in the order in which people write them. media/note.schema.json tells other tools the same. */
export function frontMatterKeys(): readonly FrontMatterKey[] {
  const key = (name: string, description: string, value = ' $0', hasValues = false): FrontMatterKey => ({ key: name, description, value, hasValues });
  return [
    key('title', vscode.l10n.t('Title of the note. Without it, the first heading.')),
    key('topic', vscode.l10n.t('Place in the tree, such as `python/concurrency`. Without it, the folders that the file lies in. A Markdown file of the workspace with a topic is a note.'), ' $0', true),
    key('level', vscode.l10n.t('For whom it is: `junior`, `middle`, `senior`, one or a list.'), ' $0', true),
    key('tags', vscode.l10n.t('Words to find and filter notes by.'), ' [$0]', true),
    key('aliases', vscode.l10n.t('Other names of the note, for links and search.'), ' [$0]'),
    key('hover', vscode.l10n.t('Python names whose hover shows this note: `yield`, `package.Name`, `.method`, `package.function(argument=)`, `@package.decorator`.'), ' [$0]', true),
    key('applies_to', vscode.l10n.t('Versions that the note speaks of, such as `fastapi>=0.100`, `python<3.13`.'), ' [$0]', true),
    key('verified', vscode.l10n.t('Day on which somebody checked that the note is true, `YYYY-MM-DD`. It shows as stale some months later.'), ' $0', true),
    key('sources', vscode.l10n.t('Where it comes from: links, or a `title` with a `url`.'), '\n  - $0'),
    key('related', vscode.l10n.t('Notes to read next, as paths or titles.'), ' [$0]', true),
    key('lang', vscode.l10n.t('Language of the note, such as `en`.'), ' $0', true),
    key('kind', vscode.l10n.t('`note`; `comparison`: its tables compare things; `interview`: a list of cards to ask in order.'), ' $0', true),
    key('cards', vscode.l10n.t('Which blocks are cards. `auto`: headings that ask, in study notes; `headings`: every heading with text below it; `explicit`: only what has an id; `off`: none.'), ' $0', true),
    key('needs', vscode.l10n.t('For a comparison: what a person may need, which rows speak for it, and how much it weighs.'), '\n  - id: $1\n    ask: $2\n    weight: ${3|1,2,3|}\n    rows:\n      - { row: $4, prefers: ${5|yes,no,high,low|} }$0'),
    key('minutes', vscode.l10n.t('For an interview: how long it takes.')),
    key('language', vscode.l10n.t('For an interview: the language it is held in.')),
    key('copy_of', vscode.l10n.t('The starter note that this is your copy of. Your reviews of it count for the copy.')),
  ];
}
