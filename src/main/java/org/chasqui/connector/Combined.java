package org.chasqui.connector;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;

/** Several modules that one party wants together, in the order of its profile. */
record Combined(List<AuthenticationModule> modules) implements AuthenticationModule {

  @Override
  public void authorise(Map<String, String> headers) throws IOException, ConnectorException {
    try {
      for (var module : modules) {
        module.authorise(headers);
      }
    } catch (IOException | ConnectorException e) {
      // one of them may have taken a turn for the call that is not made
      unanswered();
      throw e;
    }
  }

  @Override
  public byte[] sign(byte[] document) throws ConnectorException {
    var signed = document;
    for (var module : modules) {
      signed = module.sign(signed);
    }
    return signed;
  }

  @Override
  public boolean seals() {
    return modules.stream().anyMatch(AuthenticationModule::seals);
  }

  @Override
  public void seal(Document envelope) throws ConnectorException {
    for (var module : modules) {
      module.seal(envelope);
    }
  }

  @Override
  public Map<String, String> values() throws IOException, ConnectorException {
    var values = new HashMap<String, String>();
    for (var module : modules) {
      values.putAll(module.values());
    }
    return values;
  }

  @Override
  public Optional<KeyReference> key() {
    return modules.stream().flatMap(module -> module.key().stream()).findFirst();
  }

  @Override
  public boolean observe(HttpAnswer answer) {
    boolean renewed = false;
    for (var module : modules) {
      renewed |= module.observe(answer);
    }
    return renewed;
  }

  @Override
  public void unanswered() {
    modules.forEach(AuthenticationModule::unanswered);
  }
}
