package org.chasqui.sandbox;

import java.util.Optional;

/** What stands around the documents of a hub; nothing unless said otherwise. */
interface HubWire {

  /** A call as its content reads; empty when it is not of this protocol. */
  default Optional<HubRequest> open(HubRequest request) {
    return Optional.of(request);
  }

  /** An answer as it leaves, to a call that was opened. */
  default HubAnswer close(HubAnswer answer, HubRequest opened) {
    return answer;
  }

  /** True where nobody hears the answer: items at fault are told by decisions. */
  default boolean unheard() {
    return false;
  }

  /** Documents are files. */
  final class Files implements HubWire {
    @Override
    public boolean unheard() {
      return true;
    }
  }

  /** Nothing stands around them. */
  final class Plain implements HubWire {}
}
