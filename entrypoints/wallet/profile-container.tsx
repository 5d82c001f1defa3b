export function ProfileContainer() {
  return <p>profile</p>;
}
