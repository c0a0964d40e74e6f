package org.chasqui.connector;

import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecUsernameToken;
import org.w3c.dom.Document;

/**
 * WS-Security UsernameToken (OASIS Username Token Profile 1.1.1): {@code passwordType} {@code
 * text}, or {@code digest} with nonce and time of creation.
 */
final class WssUsername implements AuthenticationModule {
  private final String user;
  private final String password;
  private final boolean digest;
  private final Secrets secrets;

  WssUsername(Settings settings, Secrets secrets) {
    this.user = settings.required("user");
    this.password = settings.required("password");
    this.digest = "digest".equals(settings.get("passwordType", "text"));
    this.secrets = secrets;
  }

  @Override
  public boolean seals() {
    return true;
  }

  @Override
  public void seal(Document envelope) throws ConnectorException {
    var name = secrets.resolve(user);
    var proof = secrets.resolve(password);
    try {
      var header = new WSSecHeader(envelope);
      header.insertSecurityHeader();
      var token = new WSSecUsernameToken(header);
      token.setPasswordType(digest ? WSConstants.PASSWORD_DIGEST : WSConstants.PASSWORD_TEXT);
      token.setUserInfo(name, proof);
      token.build();
    } catch (WSSecurityException e) {
      throw new IllegalStateException("the envelope is ours and has a header", e);
    }
  }
}
