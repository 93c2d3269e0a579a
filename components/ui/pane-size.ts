/** Where the width of a pane is remembered, and the custom property that carries it. */
export function paneKey(name: string): string {
  return `beleg-pane:${name}`;
}

export function paneProperty(name: string): `--${string}` {
  return `--pane-${name}`;
}

/**
 * Puts remembered widths on the root element before the first paint, so panes do not jump. Served inline with the
 * nonce of the page.
 */
export const RESTORE_PANES_SCRIPT = `try{for(const k of Object.keys(localStorage)){const m=/^beleg-pane:([a-z-]+)$/.exec(k);const n=Number(localStorage[k]);if(m&&n>0&&n<2000)document.documentElement.style.setProperty("--pane-"+m[1],n+"px")}}catch{}`;
