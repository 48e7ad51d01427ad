const tab = 9;
const space = 32;

/** The line that is being read, from the place on that its quotes and list items leave to the rest. */
export class LineCursor {
  /** Without the line ending. */
  start = 0;
  end = 0;
  /** Of what is left of the line. Columns count tabs as CommonMark does, up to the next multiple of four. */
  at = 0;
  column = 0;
  /** The first character that is no white space, and how many columns it is indented by. */
  next = 0;
  indent = 0;
  /** True where there is none. */
  isBlank = false;

  constructor(private readonly text: string) {}

  begin(start: number, end: number): void {
    this.start = this.at = start;
    this.end = end;
    this.column = 0;
  }

  measure(): void {
    let at = this.at;
    let column = this.column;
    for (; at < this.end; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === space) column += 1;
      else if (code === tab) column += 4 - (column % 4);
      else break;
    }
    this.next = at;
    this.indent = column - this.column;
    this.isBlank = at >= this.end;
  }

  /** Steps over the mark of a quote, and the space behind it. */
  enterQuote(): void {
    this.column += this.indent + 1;
    this.at = this.next + 1;
    const code = this.at < this.end ? this.text.charCodeAt(this.at) : 0;
    if (code === space || code === tab) this.advance(1);
  }

  /** Steps over the marker of a list item. */
  enterItem(markerEnd: number): void {
    this.column += this.indent + markerEnd - this.next;
    this.at = markerEnd;
  }

  /** Steps over columns of white space; may stop in the middle of a tab. */
  advance(columns: number): void {
    let left = columns;
    while (left > 0 && this.at < this.end) {
      if (this.text.charCodeAt(this.at) !== tab) {
        this.column += 1;
        this.at += 1;
        left -= 1;
        continue;
      }
      const width = 4 - (this.column % 4);
      this.column += Math.min(width, left);
      if (width <= left) this.at += 1;
      left -= width;
    }
  }
}
