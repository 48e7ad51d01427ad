import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { interviewStudy } from './studying';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly menus: Readonly<Record<string, readonly { readonly command?: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default?: unknown; readonly scope?: string }>> };
  };
}

describe('the manifest', () => {
  before(interviewStudy);

  const manifest = (): Manifest => {
    const extension = vscode.extensions.getExtension('interview-study.interview-study');
    assert.ok(extension);
    return extension.packageJSON as Manifest;
  };

  it('offers only commands that exist', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    const offered = manifest().contributes.commands.map(({ command }) => command);
    assert.deepEqual(offered.filter((command) => !registered.has(command)), []);
  });

  it('puts only its own and the editor\u2019s commands into menus', () => {
    const offered = new Set(manifest().contributes.commands.map(({ command }) => command));
    const inMenus = Object.values(manifest().contributes.menus).flatMap((items) => items.flatMap(({ command }) => command ?? []));
    assert.deepEqual(inMenus.filter((command) => command.startsWith('interviewStudy.') && !offered.has(command)), []);
  });

  it('has a default and a scope for each setting', () => {
    const settings = Object.entries(manifest().contributes.configuration.properties);
    assert.deepEqual(settings.filter(([, { default: value, scope }]) => value === undefined || scope === undefined).map(([name]) => name), []);
  });

  it('has a text for every title', () => {
    assert.deepEqual(manifest().contributes.commands.filter(({ title }) => title.startsWith('%')), []);
  });

  it('keeps settings that name paths outside a workspace to the user', () => {
    assert.equal(manifest().contributes.configuration.properties['interviewStudy.reviewFolder']?.scope, 'application');
  });
});
