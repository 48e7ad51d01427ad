/** A note for the user's own answers: a study note like any other, so that its questions are asked in quizzes. */
export function newAnswersNote(title: string, question: string, answer: string): string {
  return `---\ntitle: ${JSON.stringify(title)}\ntopic: career\ntags: [personality, personal-answers]\ncards: headings\n---\n# ${title}\n\n${answerSection(question, answer)}`;
}

/** One question with its answer. Nothing in the answer can begin a section of its own. */
export function answerSection(question: string, answer: string): string {
  const text = answer.trim().replace(/\r\n?/g, '\n').replace(/^(\s*)(#{1,6}(?=\s|$)|[-=]{2,}\s*$|>)/gm, '$1\\$2');
  return `## ${question.replace(/\s+/g, ' ').trim()}\n\n${text}\n`;
}
