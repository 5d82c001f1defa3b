/** Whether this is drawn in the popup of the toolbar, which closes when it loses the focus. */
export function inPopup(): boolean {
  return document.body.classList.contains('popup');
}
