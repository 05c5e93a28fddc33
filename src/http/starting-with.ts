/**
 * The pieces of an answer whose first one was read beforehand, so that a fault is still answered as one; after it, a fault breaks the answer
 * off. Reads nothing after whoever takes them has gone.
 */
export async function* startingWith<Piece>(
  first: IteratorResult<Piece, unknown>,
  rest: AsyncIterator<Piece, unknown>,
): AsyncGenerator<Piece> {
  for (let piece = first; piece.done !== true; piece = await rest.next()) yield piece.value;
}
