import { tableQuestions, type TableQuestion } from '../../core/comparison/tableQuestions';
import { button } from './buttons';
import { valueNodes } from './cellNodes';
import type { PageContext } from './context';
import { element, format } from './element';

const questionsInARound = 10;

/** "Quiz me on this table": a short practice from the table's own differences. It records nothing: reviews belong to cards. */
export class QuizView {
  readonly root = element('section', { class: 'quiz', hidden: true });
  #context: PageContext | undefined;
  #asked = '';
  #questions: readonly TableQuestion[] = [];
  #at = -1;
  #right = 0;

  constructor() {
    this.root.addEventListener('keydown', (event) => {
      const choice = /^[1-4]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey ? this.root.querySelectorAll<HTMLButtonElement>('.option')[Number(event.key) - 1] : undefined;
      if (choice === undefined || choice.getAttribute('aria-disabled') === 'true') return;
      event.preventDefault();
      choice.click();
    });
  }

  update(context: PageContext): void {
    this.#context = context;
    this.root.hidden = context.state.view !== 'quiz';
    if (this.root.hidden) return;
    this.root.setAttribute('aria-label', context.strings.quiz);
    const asked = JSON.stringify([context.comparison.version, context.state.grid, [...context.shown].sort()]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#begin(context);
  }

  /** Only the things that are shown are asked about. */
  #begin(context: PageContext): void {
    const rows = context.model.rows.map((row) => ({ name: row.name, cells: context.shown.flatMap((thing) => row.cells[thing] ?? []) }));
    this.#questions = tableQuestions(rows, Math.random).slice(0, questionsInARound);
    this.#at = -1;
    this.#right = 0;
    const { strings } = context;
    if (this.#questions.length === 0) this.root.replaceChildren(element('p', { class: 'empty' }, strings.quizNone));
    else this.root.replaceChildren(element('div', { class: 'card' }, element('p', {}, format(strings.quizIntro, this.#questions.length)), element('div', { class: 'button-row' }, button(strings.quizStart, () => { this.#next(); }, 'primary'))));
  }

  #next(): void {
    this.#at += 1;
    const question = this.#questions[this.#at];
    const context = this.#context;
    if (context === undefined) return;
    const { strings } = context;
    if (question === undefined) {
      this.root.replaceChildren(element('div', { class: 'card' }, element('h2', { tabindex: -1 }, format(strings.quizScore, this.#right, this.#questions.length)), element('div', { class: 'button-row' }, button(strings.quizAgain, () => { this.#begin(context); this.#next(); }, 'primary'))));
      this.root.querySelector('h2')?.focus();
      return;
    }
    const options = question.options.map((option, index) =>
      element('button', { type: 'button', class: 'option', 'data-option': option, onClick: () => { this.#answer(question, option); } }, element('span', { class: 'key', 'aria-hidden': 'true' }, String(index + 1)), element('span', { class: 'label' }, ...this.#optionNodes(context, question, option))),
    );
    this.root.replaceChildren(
      element(
        'div',
        { class: 'card' },
        element('p', { class: 'hint' }, format(strings.quizProgress, this.#at + 1, this.#questions.length)),
        element('h2', { tabindex: -1 }, this.#sentence(context, question)),
        element('div', { class: 'options' }, ...options),
        element('div', { class: 'feedback', role: 'status' }),
      ),
    );
    this.root.querySelector('h2')?.focus();
  }

  #sentence(context: PageContext, { ask, row }: TableQuestion): string {
    const { strings, model } = context;
    const name = model.rows[row]?.name ?? '';
    switch (ask.kind) {
      case 'which-is':
        return format(ask.verdict === 'yes' ? strings.quizWhichYes : strings.quizWhichNo, name);
      case 'which-says':
        return format(strings.quizWhichSays, name, ask.text);
      case 'what-of':
        return format(strings.quizWhatOf, name, this.#thing(context, ask.thing));
      case 'highest':
        return format(strings.quizHighest, name);
      case 'lowest':
        return format(strings.quizLowest, name);
    }
  }

  #optionNodes(context: PageContext, question: TableQuestion, option: number): Node[] {
    const cell = this.#cell(context, question, option);
    return question.ask.kind === 'what-of' && cell !== undefined ? valueNodes(cell, context.strings) : [document.createTextNode(this.#thing(context, option))];
  }

  #answer(question: TableQuestion, chosen: number): void {
    const context = this.#context;
    const feedback = this.root.querySelector('.feedback');
    if (context === undefined || feedback === null || feedback.hasChildNodes()) return;
    const { strings } = context;
    const right = chosen === question.answer;
    if (right) this.#right += 1;
    for (const option of this.root.querySelectorAll<HTMLElement>('.option')) {
      const number = Number(option.dataset['option']);
      option.setAttribute('aria-disabled', 'true');
      option.classList.add(number === question.answer ? 'right' : number === chosen ? 'wrong' : 'other');
      const cell = this.#cell(context, question, number);
      // The other half of the pair: the cell where things were offered, the thing where cells were.
      if (cell !== undefined) option.append(element('span', { class: 'reveal' }, ...(question.ask.kind === 'what-of' ? [this.#thing(context, number)] : valueNodes(cell, strings))));
    }
    feedback.append(
      element('p', { class: right ? 'right' : 'wrong' }, right ? strings.quizRight : strings.quizWrong),
      element(
        'div',
        { class: 'button-row' },
        button(strings.quizNext, () => { this.#next(); }, 'primary'),
        button(strings.quizShow, () => { context.goToCell(question.row, context.shown[question.answer] ?? -1); }),
      ),
    );
    feedback.querySelector('button')?.focus();
  }

  #thing(context: PageContext, option: number): string {
    return context.model.things[context.shown[option] ?? -1] ?? '';
  }

  #cell(context: PageContext, question: TableQuestion, option: number) {
    return context.model.rows[question.row]?.cells[context.shown[option] ?? -1];
  }
}
