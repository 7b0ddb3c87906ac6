// The shapes of /api/desk, as the host answers them.

export interface Me {
  agentId: string;
  name: string;
  role: 'agent' | 'supervisor';
  developmentSignIn: boolean;
  /** True when the password is kept here and can be changed here. */
  hasPassword: boolean;
}

/** How one can sign in at this desk. */
export interface WaysIn {
  /** True while a name is enough. */
  development: boolean;
  password: boolean;
  /** The name of the identity provider, if there is one. */
  provider: string | null;
  /** True while nobody has an account. */
  noAccountYet: boolean;
  /** True when a tab in Teams is signed in by Teams. */
  teams: boolean;
}

/** Who did what at the desk. */
export interface AuditEntry {
  id: number;
  at: string;
  act: string;
  agentId: string | null;
  agent: string;
  from: string | null;
  ticketId: string | null;
  conversationId: string | null;
  accountId: string | null;
  detail: string | null;
}

export interface AuditPage {
  items: AuditEntry[];
  before: number | null;
}

export interface HandoffItem {
  id: string;
  conversationId: string;
  state: string;
  need: number;
  waitingSince: string;
  headline: string;
  reason: string;
  emotion: string | null;
  intensity: number | null;
  trend: string | null;
  agentId?: string | null;
  agentName: string | null;
  /** For whom it is meant while it is on its way between two people. */
  transferredTo?: string | null;
  /** The id of that colleague or team, when it is one that is known. */
  transferredToId?: string | null;
  /** True when the customer wrote last and whoever holds it has not answered yet. */
  awaitsReply?: boolean;
  customer: string | null;
}

export interface Ticket {
  id: string;
  state: string;
  reason?: string;
  waitingSince?: string;
  agentId?: string | null;
  agentName?: string | null;
  transferredTo?: string | null;
  transferredToId?: string | null;
  outcome?: string | null;
  note?: string | null;
  /** True while another engagement hub has it: it is taken there. */
  atHub?: boolean;
  /** Set when the customer is called or written to instead of waiting in the chat. */
  callback?: Callback | null;
}

export interface Callback {
  kind: 'phone' | 'email';
  contact: string;
  /** By when they were told to hear from a person. */
  promisedBy: string | null;
}

/** A sentence and the turns it rests on. */
export interface Sentence {
  text: string;
  turnIds: string[];
}

export interface Felt {
  emotion: string;
  intensity: number;
  quote: string;
  turnId: string;
}

export interface Fact {
  name: string;
  value: string;
  turnId: string;
}

export interface Brief {
  headline: Sentence;
  summary: Sentence[];
  /** What else the customer said; absent in briefs of before it was told. */
  details?: Sentence[] | null;
  customer: { name: string | null; channel: string; locale: string; earlierConversations: number };
  /** The last earlier conversations in a line each; absent in briefs of before they were kept. */
  earlier?: Sentence[] | null;
  emotionNow?: Felt | null;
  emotionPeak?: Felt | null;
  trend: string;
  tried: Sentence[];
  doNotAskAgain: Fact[];
  acknowledged: Sentence[];
  promised: Sentence[];
  openQuestion?: Sentence | null;
  reason: string;
  suggestedReply: string;
  tone: string;
  masked: string[];
}

export interface Cue {
  start: number;
  length: number;
  text: string;
}

export interface Reading {
  primary: string;
  secondary: string | null;
  intensity: number;
  urgency: number;
  confidence: number;
  target: string;
  cues: Cue[];
  /** `customer` when they corrected it. */
  readBy?: string;
}

export interface Decision {
  act: string;
  reason: string;
  phraseId: string | null;
  step: string;
  stepReason: string;
}

export type Role = 'customer' | 'bot' | 'agent';

export interface Turn {
  id: string;
  role: Role;
  name?: string | null;
  text: string;
  at: string;
  reading?: Reading | null;
  signals?: string[] | null;
  decision?: Decision | null;
  /** Files that were sent with it. */
  files?: SentFile[] | null;
}

/** A file that was sent in a conversation. */
export interface SentFile {
  name: string;
  contentType: string;
  url: string;
}

/** A note among colleagues; the customer never sees it. */
export interface Note {
  id: string;
  agentId: string;
  name: string;
  text: string;
  at: string;
  /** True when a supervisor says it to whoever holds the conversation. */
  forHolder: boolean;
}

/** How the customer says it went. */
export interface Feedback {
  /** 1 (poor) to 5 (very good). */
  rating: number | null;
  words: string | null;
  at: string;
}

/** What became of an answer. */
export interface Resolution {
  outcome: 'confirmed' | 'assumed' | 'failed';
  reason: string;
  matter: string | null;
  turnId: string;
  at: string;
}

export interface Conversation {
  id: string;
  channel: string;
  locale: string;
  /** True when the customer switched the reading of mood off. */
  readingOff?: boolean;
  /** Since when the customer's page is closed. */
  customerAwaySince?: string | null;
  ticket: Ticket | null;
  brief: Brief | null;
  turns: Turn[];
  notes?: Note[];
  resolutions?: Resolution[];
  feedback?: Feedback | null;
}

export type Outcome = 'solved' | 'partly' | 'unsolved' | 'callback';

/** An agent as colleagues see them. */
export interface DeskAgent {
  id: string;
  name: string;
  /** True while their desk is open. */
  here: boolean;
  available: boolean;
  /** True when a conversation may be passed to them now. */
  free: boolean;
  load: number;
  limit: number | null;
  teams: string[];
}

export interface Team {
  id: string;
  name: string;
  /** How many of it a conversation may be passed to now. */
  free: number;
}

export interface Agents {
  agents: DeskAgent[];
  teams: Team[];
}

/** What was done since the day began. Waits are in seconds. */
export interface Figures {
  since: string;
  taken: number;
  closed: Record<Outcome, number>;
  returned: number;
  timedOut: number;
  abandoned: number;
  failed: number;
  medianWait: number | null;
  longestWait: number | null;
}

export interface Overview {
  handoffs: HandoffItem[];
  agents: DeskAgent[];
  figures: Figures;
}

/** A ready sentence for an emotion. */
export interface Phrase {
  id: string;
  emotion: string;
  text: string;
}
