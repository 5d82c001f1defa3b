export function SettingsContainer() {
  return <p>settings</p>;
}
