export function ShareContainer({ id }: { id: string }) {
  return <p>{id} share</p>;
}
