/**
 * The texts with which an engine says that it cannot serve the cluster, word for word, and what they mean. Only these
 * travel as `upstreamMessage`.
 * @see https://github.com/moby/moby/blob/master/daemon/cluster/errors.go and cluster.go (errNoManager);
 *   https://github.com/moby/swarmkit/blob/master/manager/state/raft/raft.go (ErrNoClusterLeader)
 */
export interface UnavailableText {
  readonly upstreamMessage: string;
  readonly message: string;
  /** False where somebody has to do something about it first. */
  readonly retryable: boolean;
}

export const NOT_IN_SWARM =
  'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.';
export const WORKER =
  "This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.";
export const LOCKED =
  'Swarm is encrypted and needs to be unlocked before it can be used. Please use "docker swarm unlock" to unlock it.';
export const CERTIFICATES_EXPIRED = 'Swarm certificates have expired. To replace them, leave the swarm and join again.';
export const NO_LEADER =
  "The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.";

export const UNAVAILABLE: readonly UnavailableText[] = [
  { upstreamMessage: NOT_IN_SWARM, message: 'The engine is not part of a swarm.', retryable: false },
  { upstreamMessage: WORKER, message: 'The engine is a worker of its swarm, not a manager.', retryable: false },
  { upstreamMessage: LOCKED, message: 'The swarm is locked and waits to be unlocked.', retryable: false },
  {
    upstreamMessage: CERTIFICATES_EXPIRED,
    message: 'The certificates of the swarm have expired.',
    retryable: false,
  },
  { upstreamMessage: NO_LEADER, message: 'The swarm has no leader at the moment.', retryable: true },
];
