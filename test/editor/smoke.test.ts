import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('Extension', () => {
  it('is found and activates', async () => {
    const extension = vscode.extensions.getExtension('interview-study.interview-study');
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('opens the sample project', () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
  });
});
