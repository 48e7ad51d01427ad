/** What a person does with the columns: sorting by one, moving and hiding it. Each is said to screen readers. */
import type { PageContext } from './context';
import { format } from './element';

/** Things sort by what is best first, names by the alphabet; then the other way round; then not at all. `thing` -1 is the criterion. */
export function sortByColumn({ model, state, strings, change, announce }: PageContext, thing: number): void {
  const name = thing < 0 ? '' : (model.things[thing] ?? '');
  const first = thing < 0 ? 'ascending' : 'descending';
  const second = thing < 0 ? 'descending' : 'ascending';
  const sort = state.sort?.thing !== name ? { thing: name, direction: first } as const : state.sort.direction === first ? { thing: name, direction: second } as const : undefined;
  change({ sort });
  const label = name === '' ? strings.criterion : name;
  announce(sort === undefined ? strings.sortedNot : format(sort.direction === 'ascending' ? strings.sortedAscending : strings.sortedDescending, label));
}

/** `to`: its place among the things shown, from 0. `moved` is told where there is such a place. */
export function moveColumn({ shown, model, strings, choose, announce }: PageContext, thing: number, to: number, moved: () => void): void {
  if (to < 0 || to >= shown.length) return;
  const order = shown.filter((other) => other !== thing);
  order.splice(to, 0, thing);
  choose(order.map((other) => model.things[other] ?? ''));
  moved();
  announce(format(strings.moved, model.things[thing] ?? '', to + 1, order.length));
}

/** The last one stays. */
export function hideColumn({ shown, model, strings, choose, announce }: PageContext, thing: number): void {
  if (shown.length < 2) return;
  choose(shown.filter((other) => other !== thing).map((other) => model.things[other] ?? ''));
  announce(format(strings.hidden, model.things[thing] ?? ''));
}

/** Tells which thing's head was dropped on which. */
export function listenToDrags(table: HTMLTableElement, dropped: (thing: number, target: number) => void): void {
  let dragged: number | undefined;
  const thingOf = (event: Event) => {
    const head = event.target instanceof Element ? event.target.closest<HTMLElement>('th.thing') : null;
    return head === null ? undefined : Number(head.dataset['thing']);
  };
  table.addEventListener('dragstart', (event) => {
    dragged = thingOf(event);
    event.dataTransfer?.setData('text/plain', '');
  });
  table.addEventListener('dragover', (event) => {
    if (dragged !== undefined && thingOf(event) !== undefined) event.preventDefault();
  });
  table.addEventListener('drop', (event) => {
    const target = thingOf(event);
    if (dragged === undefined || target === undefined) return;
    event.preventDefault();
    dropped(dragged, target);
    dragged = undefined;
  });
}
