package org.chasqui.codec.national;

import java.util.List;
import java.util.Set;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/** An encoder under another name, for the cases of another profile. */
record ProfiledEncoder(String name, Encoder encoder) implements Encoder {

  ProfiledEncoder(String name, List<Encoder> all, String of) {
    this(name, all.stream().filter(codec -> codec.name().equals(of)).findFirst().orElseThrow());
  }

  @Override
  public Set<MessageKind> encodes() {
    return encoder.encodes();
  }

  @Override
  public int batchLimit() {
    return encoder.batchLimit();
  }

  @Override
  public String batchKey(RegionalMessage message, ProfileView view) {
    return encoder.batchKey(message, view);
  }

  @Override
  public Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    return encoder.encode(messages, context);
  }
}
