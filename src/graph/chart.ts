/** What a node of a picture stands for. */
export type NodeLook =
  | 'question'
  | 'chart'
  | 'answered'
  | 'ready'
  | 'ready-if'
  | 'blocked'
  | 'document'
  | 'page'
  | 'word'
  | 'condition'
  | 'setting'
  | 'prerequisite'
  | 'limit'
  | 'warning'
  | 'procedure'
  | 'definition'
  | 'note';

/** What an edge of a picture stands for. */
export type EdgeLook = 'part' | 'answer' | 'blocks' | 'unknown' | 'cites' | 'when' | 'must';

/** A box of a picture: what it is, and smaller lines under it. */
export interface Node {
  readonly id: string;
  readonly look: NodeLook;
  readonly title: string;
  readonly lines: readonly string[];
}

/** An arrow of a picture. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly look: EdgeLook;
  readonly label: string;
}

/** Boxes that stand in a frame with words of its own. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly nodes: readonly string[];
}

/** A picture before it is drawn: as Mermaid and as SVG it shows the same. */
export interface Chart {
  /** The path of its files under docs, without an ending. */
  readonly name: string;
  readonly title: string;
  /** How to read it, in a line. */
  readonly caption: string;
  /** What it shows, in words, for those who can't see it. */
  readonly description: string;
  readonly direction: 'down' | 'right';
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly groups: readonly Group[];
}
