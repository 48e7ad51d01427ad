import { decide, winners, type Answer, type Answers, type Decision } from '../../core/comparison/decide';
import { decidingRows, findFlips, type Flip } from '../../core/comparison/explain';
import type { Need, Weight } from '../../core/comparison/needs';
import { button, iconButton } from './buttons';
import type { PageContext } from './context';
import { element, format, icon } from './element';

const wantedLevels = ['no', 'yes', 'must'] as const;
const weights: readonly Weight[] = [1, 2, 3];

/** "Which one should I pick?": the note's questions, and what the answers lead to while they are given. */
export class DecideView {
  readonly root = element('aside', { class: 'decide', 'aria-labelledby': 'decide-title', hidden: true });
  readonly #questions = element('div', { class: 'needs' });
  readonly #result = element('div', { class: 'result' });
  readonly #reasons = element('div', { class: 'reasons' });
  #context: PageContext;
  #asked = '';
  #said = '';

  constructor(context: PageContext, close: () => void) {
    this.#context = context;
    this.root.append(
      element('div', { class: 'details-head' }, element('h2', { id: 'decide-title' }, context.strings.decide), iconButton('close', context.strings.close, close)),
      element('div', { class: 'needs-scroll' }, element('p', { class: 'hint' }, context.strings.decideIntro), this.#questions),
      element('div', { class: 'outcome', tabindex: 0, role: 'region', 'aria-label': context.strings.ranking }, this.#result, this.#reasons),
    );
  }

  update(context: PageContext): void {
    this.#context = context;
    this.root.hidden = !context.state.deciding;
    if (this.root.hidden) return;
    const needs = this.#needs();
    const asked = JSON.stringify([context.comparison.version, context.state.grid]);
    if (asked !== this.#asked) this.#questions.replaceChildren(...needs.map((need) => this.#question(need)));
    this.#asked = asked;
    this.#showAnswers(needs);
    const answers = new Map(context.state.answers);
    const decision = decide(needs, context.model.rows, context.model.things.length, answers);
    this.#showRanking(decision);
    this.#showReasons(decision, needs, answers);
  }

  focus(): void {
    this.root.querySelector<HTMLElement>('input')?.focus();
  }

  #needs(): readonly Need[] {
    const { comparison, model } = this.#context;
    return comparison.needs.filter((need) => need.rows.some((needRow) => model.rows.some((row) => row.name === needRow.row)));
  }

  #question(need: Need): HTMLElement {
    const { strings } = this.#context;
    const name = `need-${need.id}`;
    const labels = { no: strings.answerNo, yes: strings.answerYes, must: strings.answerMust };
    const choices = wantedLevels.map((wanted) =>
      element('label', {}, element('input', { type: 'radio', name, value: wanted, onChange: () => { this.#answer(need, wanted); } }), element('span', {}, labels[wanted])),
    );
    const weight = element(
      'select',
      { 'aria-label': strings.weight, onChange: (event) => { this.#weigh(need, event); } },
      ...weights.map((value) => element('option', { value }, strings[`weight${value}`])),
    );
    return element(
      'fieldset',
      { 'data-need': need.id, ...(need.why === '' ? {} : { 'aria-describedby': `${name}-why` }) },
      element('legend', {}, need.ask),
      need.why === '' ? undefined : element('p', { class: 'hint', id: `${name}-why` }, need.why),
      element('div', { class: 'answer-row' }, element('div', { class: 'segments' }, ...choices), weight),
    );
  }

  #showAnswers(needs: readonly Need[]): void {
    const answers = new Map(this.#context.state.answers);
    for (const fieldset of this.#questions.querySelectorAll<HTMLElement>('fieldset')) {
      const need = needs.find((candidate) => candidate.id === fieldset.dataset['need']);
      const answer = need === undefined ? undefined : answers.get(need.id);
      for (const input of fieldset.querySelectorAll('input')) input.checked = input.value === answer?.wanted;
      const select = fieldset.querySelector('select');
      if (select === null) continue;
      select.hidden = answer === undefined || answer.wanted === 'no';
      select.value = String(answer === undefined || answer.wanted === 'no' ? (need?.weight ?? 2) : answer.weight);
    }
  }

  #answer(need: Need, wanted: 'no' | 'yes' | 'must'): void {
    const before = new Map(this.#context.state.answers).get(need.id);
    const weight = before === undefined || before.wanted === 'no' ? need.weight : before.weight;
    this.#give(need, wanted === 'no' ? { wanted } : { wanted, weight });
  }

  #weigh(need: Need, event: Event): void {
    const before = new Map(this.#context.state.answers).get(need.id);
    const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
    const weight = weights.find((candidate) => String(candidate) === value);
    if (before !== undefined && before.wanted !== 'no' && weight !== undefined) this.#give(need, { wanted: before.wanted, weight });
  }

  #give(need: Need, answer: Answer): void {
    const others = this.#context.state.answers.filter(([id]) => id !== need.id);
    this.#context.change({ answers: [...others, [need.id, answer]] });
  }

  #showRanking(decision: Decision): void {
    const { strings, model } = this.#context;
    if (decision.standings.length === 0) {
      this.#result.replaceChildren(element('p', { class: 'nothing' }, strings.decideNothing));
      return;
    }
    const best = decision.standings[0]?.score ?? 0;
    const noneFits = decision.standings.every((standing) => standing.fails.length > 0) ? strings.noneMust : format(strings.noneFits, this.#percent(best));
    const verdict = decision.someFit ? format(winners(decision).length > 1 ? strings.tied : strings.fits, this.#names(winners(decision)), this.#percent(best)) : noneFits;
    if (verdict !== this.#said) this.#context.announce(verdict);
    this.#said = verdict;
    const entries = decision.standings.slice(0, 5).map((standing) => {
      const meter = element('div', { class: standing.fails.length > 0 ? 'meter failing' : 'meter', 'aria-hidden': 'true' }, element('div'));
      const filled = meter.firstElementChild;
      if (filled instanceof HTMLElement) filled.style.width = this.#percent(standing.score).replace(/[^\d.]/g, '') + '%';
      return element(
        'li',
        { value: standing.place },
        element('div', { class: 'standing' }, element('span', { class: 'place' }, `${String(standing.place)}.`), element('span', { class: 'name' }, model.things[standing.thing] ?? ''), element('span', { class: 'score' }, this.#percent(standing.score))),
        meter,
        standing.fails.length === 0 ? undefined : element('p', { class: 'fails' }, icon('no'), format(strings.fails, standing.fails.join(', '))),
        standing.unknown.length === 0 ? undefined : element('p', { class: 'hint' }, format(strings.unknownRows, standing.unknown.join(', '))),
      );
    });
    this.#result.replaceChildren(
      element('p', { class: decision.someFit ? 'verdict' : 'verdict none' }, decision.someFit ? undefined : icon('warning'), element('span', {}, verdict)),
      element('ol', { 'aria-label': strings.ranking }, ...entries),
      element(
        'div',
        { class: 'button-row' },
        button(strings.showTop, () => { this.#context.choose(decision.standings.slice(0, 3).map((standing) => model.things[standing.thing] ?? '')); }),
        button(strings.clear, () => { this.#context.change({ answers: [] }); }),
      ),
    );
  }

  #showReasons(decision: Decision, needs: readonly Need[], answers: Answers): void {
    const { strings, model } = this.#context;
    const [first, second] = decision.standings;
    if (first === undefined || second === undefined) {
      this.#reasons.replaceChildren();
      return;
    }
    const rows = decidingRows(decision).slice(0, 5);
    const flips = findFlips(needs, model.rows, model.things.length, answers);
    const name = (thing: number) => model.things[thing] ?? '';
    const decided = rows.map((row) => {
      const number = model.rows.find((candidate) => candidate.name === row.row)?.index ?? 0;
      const go = element('button', { type: 'button', class: 'link', onClick: () => { this.#context.goToCell(number, -1); } }, row.row);
      return element('li', {}, go, ` ${format(strings.speaksFor, name(row.lead > 0 ? first.thing : second.thing))}`);
    });
    this.#reasons.replaceChildren(
      element('h3', {}, format(strings.decidedBy, name(first.thing), name(second.thing))),
      decided.length === 0 ? element('p', { class: 'hint' }, strings.decideNone) : element('ul', {}, ...decided),
      element('h3', {}, strings.flips),
      flips.length === 0 ? element('p', { class: 'hint' }, strings.noFlip) : element('ul', {}, ...flips.slice(0, 8).map((flip) => element('li', {}, this.#flipText(flip, needs)))),
    );
  }

  #flipText(flip: Flip, needs: readonly Need[]): string {
    const { strings, model } = this.#context;
    if (flip.kind === 'cell') return format(strings.flipCell, model.things[flip.thing] ?? '', flip.row);
    const ask = needs.find((need) => need.id === flip.need)?.ask ?? flip.need;
    const { answer } = flip;
    const words = answer.wanted === 'no' ? strings.answerNo : `${answer.wanted === 'must' ? strings.answerMust : strings.answerYes}, ${strings[`weight${answer.weight}`]}`;
    return format(strings.flipAnswer, ask, words, this.#names(flip.winners));
  }

  #names(things: readonly number[]): string {
    return new Intl.ListFormat(this.#context.comparison.language, { type: 'conjunction' }).format(things.map((thing) => this.#context.model.things[thing] ?? ''));
  }

  #percent(score: number): string {
    return new Intl.NumberFormat(this.#context.comparison.language, { style: 'percent', maximumFractionDigits: 0 }).format(score);
  }
}
