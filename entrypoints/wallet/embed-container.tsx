export function EmbedContainer({ ids }: { ids: readonly string[] }) {
  return <p>{ids.join()} embed</p>;
}
