package org.chasqui.flow;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.chasqui.profile.DocumentRule;
import org.chasqui.profile.Profile;

/** The folders of parties that exchange files: where documents go, and where answers appear. */
final class PartyFiles {
  private static final String TAKEN = ".taken/${date:now:yyyyMMddHHmmssSSS}-${file:onlyname}";
  private static final String UNFINISHED = "**/*.part,**/.*";
  private static final int MOST_A_POLL = 200;

  private final CamelContext context;
  private final FlowParts parts;

  /** Also makes known, by the names of parties, the folders that uploads go to. */
  PartyFiles(CamelContext context, FlowParts parts) throws Exception {
    this.context = context;
    this.parts = parts;
    for (var profile : parts.profiles().all()) {
      if (profile.transport().kind().equals("sftp")) {
        for (var path : paths(profile)) {
          context.addEndpoint("sftp:" + upload(profile, path), server(profile, path).taking());
        }
      }
    }
  }

  /** The folders of the party's documents. */
  private static Set<String> paths(Profile profile) {
    var own = profile.format().rules().stream().map(DocumentRule::path).filter(Objects::nonNull);
    return Stream.concat(Stream.of(profile.transport().path()), own).collect(Collectors.toSet());
  }

  /** By which name an upload into a folder of the party is known. */
  static String upload(Profile profile, String path) {
    return profile.id() + "-" + Integer.toHexString(path.hashCode());
  }

  /** Where the answers of a party appear; empty when they come otherwise. */
  Optional<Endpoint> answers(Profile profile) {
    var folder = profile.response() == null ? null : profile.response().settings().get("folder");
    if (folder == null) {
      return Optional.empty();
    }
    var answers =
        profile.transport().kind().equals("sftp")
            ? server(profile, folder)
            : mounted(profile.transport().address() + folder);
    return Optional.of(configured(answers, profile));
  }

  private SftpServer server(Profile profile, String folder) {
    return SftpServer.of(context, profile, folder, parts.connectors().apply(profile.id()));
  }

  private FileEndpoint mounted(String folder) {
    var component = context.getComponent("file", FileComponent.class);
    try {
      return (FileEndpoint) component.createEndpoint("file:" + folder);
    } catch (Exception e) {
      throw new IllegalArgumentException("no folder: " + folder, e);
    }
  }

  private static GenericFileEndpoint<?> configured(
      GenericFileEndpoint<?> answers, Profile profile) {
    answers.setAntExclude(UNFINISHED);
    answers.setReadLock("changed");
    answers.setReadLockCheckInterval(500);
    answers.setReadLockTimeout(2_000);
    answers.setMaxMessagesPerPoll(MOST_A_POLL);
    // folders are the party's to make; looking for them would hold up the start of a gateway
    answers.setAutoCreate(false);
    answers.setDelay(Math.max(100, profile.response().pollEvery().toMillis()));
    answers.setTimeUnit(TimeUnit.MILLISECONDS);
    answers.setExceptionHandler(new FolderFailures());
    if ("delete".equals(profile.response().settings().get("after"))) {
      answers.setDelete(true);
    } else {
      answers.setMove(TAKEN);
    }
    if (answers instanceof SftpServer server) {
      server.getConfiguration().setStreamDownload(true);
    }
    return answers;
  }
}
