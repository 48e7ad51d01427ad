import type { Card, Note } from '../../core/notes/note';
import type { TopicNode } from '../../core/notes/noteIndex';
import type { Grouping } from '../../core/topics/noteFilter';

/** A row of the Topics view. Rows are made anew at each refresh; their ids are what stays. */
export type TopicRow =
  /** `grouping` says what the node is: a topic, a level or a tag. */
  | { readonly type: 'topic'; readonly topic: TopicNode; readonly grouping: Grouping; readonly isHidden: boolean; readonly parent?: TopicRow }
  /** Holds the topics that are not for the interview. */
  | { readonly type: 'hidden'; readonly topics: readonly TopicNode[]; readonly parent?: undefined }
  | { readonly type: 'note'; readonly note: Note; readonly parent?: TopicRow }
  | { readonly type: 'card'; readonly note: Note; readonly card: Card; readonly parent?: TopicRow };

/** Stays the same from refresh to refresh, and differs where a note stands in several groups. */
export function rowId(row: TopicRow): string {
  switch (row.type) {
    case 'topic':
      return `${row.grouping}:${row.topic.path}`;
    case 'hidden':
      return 'hidden:';
    case 'note':
      return `${groupPrefix(row)}note:${row.note.id}`;
    case 'card':
      return `${groupPrefix(row)}card:${row.card.id}`;
  }
}

function groupPrefix(row: TopicRow): string {
  let group: TopicRow | undefined = row;
  while (group && group.type !== 'topic') group = group.parent;
  return group && group.grouping !== 'topic' ? `${rowId(group)}/` : '';
}
