/** What the store did that whoever runs tsdeploy should know. */
export type Note =
  | { readonly what: 'damaged'; readonly file: string; readonly why: string; readonly movedTo: string }
  | { readonly what: 'newer'; readonly kind: string; readonly count: number; readonly version: number }
  | { readonly what: 'unreadable'; readonly file: string; readonly why: string }
  | { readonly what: 'rebuilt'; readonly kind: string; readonly count: number }
  | { readonly what: 'took over'; readonly from: string }
  | { readonly what: 'lost'; readonly folder: string };

/** Takes a note down. */
export type Tell = (note: Note) => void;

/** Answers a note as one line for a log. */
export function noteLine(note: Note): string {
  switch (note.what) {
    case 'damaged':
      return `${note.file} is damaged: ${note.why}. It is set aside as ${note.movedTo}; everything else goes on.`;
    case 'newer':
      return `${note.kind}: ${note.count} written by a newer tsdeploy (version ${note.version}) can't be read and stay untouched. Update tsdeploy.`;
    case 'unreadable':
      return `${note.file} can't be read (${note.why}) and stays untouched. Let tsdeploy's user read it, then start again.`;
    case 'rebuilt':
      return `${note.kind}: the index was made anew from ${note.count} entries.`;
    case 'took over':
      return `The folder was held by ${note.from}, which is gone without closing it.`;
    case 'lost':
      return `${note.folder} was taken over by another tsdeploy. This one keeps nothing any more; stop one of them.`;
  }
}
