import * as vscode from 'vscode';
import { levels, type Level } from '../../core/notes/note';
import type { Grouping } from '../../core/topics/noteFilter';

/** What an outermost row is called. */
export function groupName(grouping: Grouping, name: string): string {
  switch (grouping) {
    case 'topic':
      return name;
    case 'level': {
      const level = levels.find((known) => known === name);
      return level ? levelName(level) : vscode.l10n.t('Without a level');
    }
    case 'tag':
      return name === '' ? vscode.l10n.t('Without a tag') : `#${name}`;
  }
}

export function levelName(level: Level): string {
  switch (level) {
    case 'junior':
      return vscode.l10n.t('Junior');
    case 'middle':
      return vscode.l10n.t('Middle');
    case 'senior':
      return vscode.l10n.t('Senior');
  }
}
