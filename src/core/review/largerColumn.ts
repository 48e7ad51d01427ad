type Column = Uint8Array | Int32Array | Float32Array | Float64Array;

/** A copy with room for `length` numbers; what comes behind those of before is 0. */
export function largerColumn<Kind extends Column>(column: Kind, length: number): Kind {
  const larger = new (column.constructor as new (length: number) => Kind)(length);
  larger.set(column);
  return larger;
}
