import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { InterviewStudy } from '../../src/extension';
import { payloads } from '../unit/python/payloads';
import { interviewStudy, inProject, onceInLibrary, writeNote } from './studying';

let study: InterviewStudy;

/** Opens Python text with a cursor mark `|` and asks for the hovers there. */
async function hoversAt(marked: string): Promise<readonly vscode.Hover[]> {
  const offset = marked.indexOf('|');
  const document = await vscode.workspace.openTextDocument({ language: 'python', content: marked.slice(0, offset) + marked.slice(offset + 1) });
  return hoversIn(document, offset);
}

async function hoversIn(document: vscode.TextDocument, offset: number): Promise<readonly vscode.Hover[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(offset));
  return hovers.filter((hover) => linksOf(hover).includes('command:interviewStudy.'));
}

function valueOf(content: vscode.MarkdownString | vscode.MarkedString | undefined): string {
  assert.ok(content instanceof vscode.MarkdownString || (typeof content === 'object' && 'value' in content));
  return content.value;
}

const wordsOf = (hover: vscode.Hover | undefined) => valueOf(hover?.contents[0]);
const linksOf = (hover: vscode.Hover | undefined) => (hover && hover.contents.length > 1 ? valueOf(hover.contents[1]) : '');

/** Writes notes into the project, waits until the index knows all of them, and takes them away again. */
async function withNotes(notes: Readonly<Record<string, string>>, work: () => Promise<void>): Promise<void> {
  const files = Object.entries(notes).map(([name, text]) => ({ uri: inProject('hover-test', `${name}.md`), text }));
  for (const { uri, text } of files) await writeNote(uri, text);
  try {
    await onceInLibrary(study, () => files.every(({ uri }) => study.library.noteAt(uri) !== undefined));
    await work();
  } finally {
    for (const { uri } of files) await vscode.workspace.fs.delete(uri);
    await onceInLibrary(study, () => files.every(({ uri }) => study.library.noteAt(uri) === undefined));
  }
}

async function withSetting(name: string, value: unknown, work: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('interviewStudy.hover');
  await settings.update(name, value, vscode.ConfigurationTarget.Global);
  try {
    await work();
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Global);
  }
}

const front = (title: string, hover: string, more = '') => `---\ntitle: ${JSON.stringify(title)}\ntopic: test\nhover: [${hover}]\n${more}---\n`;

const notes = {
  gather: `${front('Zebra gather', '"zebra.gather"', 'related: []\n')}# Zebra gather\n\nRuns everything at once.\n\n## What does it run? <!-- ^zebra-what -->\n\nEverything.\n`,
  other: `${front('Zebra in general', '"zebra.gather", "zebra", "zebra.run(fast=)"')}# Zebra in general\n\nA made-up library.\n`,
  method: `${front('Stripes', '".stripe_all"')}# Stripes\n\nOf any animal.\n`,
};

describe('Hover over Python', () => {
  before(async () => {
    study = await interviewStudy();
  });

  it('a keyword of the sample project shows a starter note', async () => {
    const document = await vscode.workspace.openTextDocument(inProject('shop', 'suppliers.py'));
    const [hover] = await hoversIn(document, document.getText().indexOf('yield'));
    assert.match(wordsOf(hover), /^\*\*.+\*\*/);
    assert.match(linksOf(hover), /^\[Open note\]\(command:interviewStudy\.openNote\?/);
  });

  it('an imported name shows its notes through an alias, best first', () =>
    withNotes(notes, async () => {
      const [hover] = await hoversAt('from zebra import gather as together\ntoget|her(1)');
      assert.equal(wordsOf(hover), '**Zebra gather**  \nRuns everything at once\\.\n\n2\\. **Zebra in general**');
      assert.deepEqual(
        [...linksOf(hover).matchAll(/\[([^\]]*)\]\(command:([\w.]+)/g)].map(([, label, command]) => `${label?.replace(/\\/g, '')} ${command}`),
        ['Open note interviewStudy.openNote', 'Open 2 interviewStudy.openNote', 'Quiz me (1) interviewStudy.startQuiz', 'Mute this name interviewStudy.muteHoverName'],
      );
    }));

  it('says how well the cards are known once one was answered', () =>
    withNotes(notes, async () => {
      const { library, reviews } = study;
      const [card] = library.noteAt(inProject('hover-test', 'gather.md'))?.cards ?? [];
      assert.ok(card);
      await reviews.grade({ card: card.id, rating: 3 });
      assert.match(wordsOf((await hoversAt('import zebra\nzebra.gath|er'))[0]), /^\*\*Zebra gather\*\* · recall \d+\\%  \n/);
      await reviews.undo();
    }));

  it('shows nothing in strings and comments, for shadowed names and for names without a note', () =>
    withNotes(notes, async () => {
      for (const marked of ['x = "zeb|ra"', '# zeb|ra yield', 'import zebra\ndef f(zebra): return zeb|ra', 'import okapi\noka|pi', 'zeb|ra = 1', 'x = "yie|ld"']) {
        assert.deepEqual(await hoversAt(marked), [], marked);
      }
    }));

  it('finds names in f-strings, methods, keyword arguments', () =>
    withNotes(notes, async () => {
      assert.match(wordsOf((await hoversAt('import zebra\nf"{zeb|ra}"'))[0]), /Zebra in general/);
      assert.match(wordsOf((await hoversAt('x.stripe_|all()'))[0]), /Stripes/);
      assert.match(wordsOf((await hoversAt('import zebra as z\nz.run(fa|st=1)'))[0]), /Zebra in general/);
    }));

  it('follows the text while it is edited', () =>
    withNotes(notes, async () => {
      const document = await vscode.workspace.openTextDocument({ language: 'python', content: 'import zebra\nzebra\n' });
      assert.equal((await hoversIn(document, 14)).length, 1);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(1, 0), '# ');
      edit.insert(document.uri, new vscode.Position(0, 0), 'yield\n');
      await vscode.workspace.applyEdit(edit);
      assert.equal((await hoversIn(document, document.getText().lastIndexOf('zebra'))).length, 0);
      assert.equal((await hoversIn(document, document.getText().indexOf('zebra'))).length, 1);
    }));

  it('can be switched off, by kind and by name', () =>
    withNotes(notes, async () => {
      const ofLibrary = () => hoversAt('import zeb|ra');
      const ofKeyword = () => hoversAt('def f():\n  yie|ld 1');
      await withSetting('enabled', false, async () => assert.deepEqual([await ofLibrary(), await ofKeyword()], [[], []]));
      await withSetting('libraries', false, async () => assert.deepEqual(await ofLibrary(), []));
      await withSetting('keywords', false, async () => assert.deepEqual(await ofKeyword(), []));
      await withSetting('mutedNames', ['zebra'], async () => assert.deepEqual(await ofLibrary(), []));
      assert.equal((await ofLibrary()).length, 1);
    }));

  it('names of a notebook cell come from the cells above it', () =>
    withNotes(notes, async () => {
      const cell = (text: string) => new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python');
      const data = new vscode.NotebookData([cell('%pip install zebra\nimport zebra as z'), cell('!ls\nz'), cell('z = 1'), cell('z')]);
      const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
      const hoversOfCell = (at: number, offset: number) => hoversIn(notebook.cellAt(at).document, offset);
      assert.match(wordsOf((await hoversOfCell(1, 4))[0]), /Zebra in general/);
      assert.deepEqual(await hoversOfCell(3, 0), []);
      assert.deepEqual(await hoversOfCell(1, 1), []);
    }));

  it('a file of 50,000 lines gets its answer once it is parsed', () =>
    withNotes(notes, async () => {
      const content = `import zebra\n${'def f(x):\n    return [y for y in x if y]\n'.repeat(25_000)}zebra`;
      const document = await vscode.workspace.openTextDocument({ language: 'python', content });
      let hovers: readonly vscode.Hover[] = [];
      for (let asked = 0; hovers.length === 0 && asked < 200; asked++) hovers = await hoversIn(document, content.length - 2);
      assert.equal(hovers.length, 1);
    }));

  it('dependencies of a project are names, too', async () => {
    const project = await vscode.workspace.openTextDocument(inProject('pyproject.toml'));
    assert.match(wordsOf((await hoversIn(project, project.getText().indexOf('fastapi')))[0]), /FastAPI/);
    assert.deepEqual(await hoversIn(project, project.getText().indexOf('shop')), []);
    const requirements = inProject('hover-test', 'dev-requirements.txt');
    await vscode.workspace.fs.writeFile(requirements, new TextEncoder().encode('pytest>=8\nPyJWT\n'));
    const document = await vscode.workspace.openTextDocument(requirements);
    assert.equal((await hoversIn(document, 2)).length, 1);
    assert.match(wordsOf((await hoversIn(document, 12))[0]), /[Aa]uthentication/);
    await vscode.workspace.fs.delete(requirements);
  });

  it('nothing that a note says becomes a link or a command', async () => {
    const hostile = payloads.filter((payload) => !payload.includes('\n') && !payload.includes('\u0000') && !payload.includes('\ud800')).slice(0, 40);
    const files = Object.fromEntries(hostile.map((payload, at) => [`hostile-${at}`, `${front(payload, `"zebra.hostile${at}"`)}# x\n\n${payload}\n`]));
    await withNotes(files, async () => {
      for (const [at, payload] of hostile.entries()) {
        const [hover] = await hoversAt(`from zebra import hostile${at}|`);
        const [words, links] = hover?.contents ?? [];
        assert.ok(words instanceof vscode.MarkdownString && links instanceof vscode.MarkdownString, payload);
        assert.ok(!words.isTrusted && !words.supportHtml && !words.supportThemeIcons, payload);
        assert.doesNotMatch(words.value, /(^|[^\\])[[\]<()!:@]/, payload);
        assert.deepEqual(links.isTrusted, { enabledCommands: ['interviewStudy.openNote', 'interviewStudy.startQuiz', 'interviewStudy.compare', 'interviewStudy.muteHoverName'] });
      }
    });
  });

  it('muting by hand takes only names of notes', async () => {
    await vscode.commands.executeCommand('interviewStudy.muteHoverName', 'no.such.name');
    await vscode.commands.executeCommand('interviewStudy.muteHoverName', { name: 'yield' });
    assert.deepEqual(vscode.workspace.getConfiguration('interviewStudy.hover').get('mutedNames') ?? [], []);
  });

  it('Mute this name mutes it', () =>
    withNotes(notes, async () => {
      const changed = new Promise<void>((resolve) => {
        const subscription = vscode.workspace.onDidChangeConfiguration((change) => {
          if (!change.affectsConfiguration('interviewStudy.hover.mutedNames')) return;
          subscription.dispose();
          resolve();
        });
      });
      // The command goes on to show a message with an undo button, so its end is not waited for.
      void vscode.commands.executeCommand('interviewStudy.muteHoverName', 'zebra');
      await changed;
      assert.deepEqual(await hoversAt('import zeb|ra'), []);
      await vscode.workspace.getConfiguration('interviewStudy.hover').update('mutedNames', undefined, vscode.ConfigurationTarget.Global);
      assert.equal((await hoversAt('import zeb|ra')).length, 1);
    }));
});
