package org.chasqui.sandbox;

import java.util.List;
import java.util.Optional;

/** Several gates, all of which a call must pass. */
record HubGates(List<HubGate> gates) implements HubGate {
  @Override
  public Optional<HubAnswer> login(HubRequest request) {
    return gates.stream().flatMap(gate -> gate.login(request).stream()).findFirst();
  }

  @Override
  public Optional<HubRequest> reveal(HubRequest request) {
    var revealed = Optional.of(request);
    for (var gate : gates) {
      revealed = revealed.flatMap(gate::reveal);
    }
    return revealed;
  }

  @Override
  public Optional<HubAnswer> refuse(HubRequest request) {
    return gates.stream().flatMap(gate -> gate.refuse(request).stream()).findFirst();
  }

  @Override
  public Optional<HubAnswer> refuseDocument(HubRequest document) {
    return gates.stream().flatMap(gate -> gate.refuseDocument(document).stream()).findFirst();
  }

  @Override
  public HubAnswer seal(HubAnswer answer) {
    var sealed = answer;
    for (var gate : gates) {
      sealed = gate.seal(sealed);
    }
    return sealed;
  }
}
