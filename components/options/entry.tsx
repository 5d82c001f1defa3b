/** One line of a list: the main words, and smaller what they stand for. */
export function Entry({ main, more }: { main: string; more: string }) {
  return (
    <>
      {main}
      {more && <span className="quiet small entry-more">{more}</span>}
    </>
  );
}
