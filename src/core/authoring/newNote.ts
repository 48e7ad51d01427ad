import { slugOf } from '../notes/slug';
import { yamlText } from './yamlText';

/** What a new note says before its author does. `cursor` is where they go on. */
export function newNoteText(title: string, topic: string, today: string): { readonly text: string; readonly cursor: number } {
  const start = `---\ntitle: ${yamlText(title)}\n${topic === '' ? '' : `topic: ${yamlText(topic)}\n`}verified: ${today}\n---\n# ${title}\n\n`;
  return { text: `${start}\n\n## Questions\n`, cursor: start.length };
}

const longestName = 60;

/** The path of a note's file below its folder, without `.md`: topics as folders, the title as name. Safe on every system. */
export function newNotePath(title: string, topic: string): string {
  return [...topic.split('/'), title].map(fileName).filter((name) => name !== '').join('/');
}

function fileName(text: string): string {
  const name = slugOf(text).replace(/-{2,}/g, '-').slice(0, longestName).replace(/^-+|-+$/g, '');
  // Windows keeps these names for devices.
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name) ? `${name}-note` : name;
}
