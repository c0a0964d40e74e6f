package org.chasqui.flow;

import java.nio.file.Path;
import java.time.Duration;
import org.chasqui.sftp.SftpSettings;

/**
 * What the flow is told by {@code config/application.properties}.
 *
 * @param host address that the door listens on
 * @param port of the door, 0 for a free one
 * @param routes folder of the YAML routes
 * @param inbox folder of the folder door
 * @param uploads folder of what parties upload over SFTP
 * @param sftp settings of the SFTP door; null for a gateway without
 * @param spool folder for documents on their way into the ledger
 * @param backbone which backbone carries the ids
 * @param mostDocumentBytes larger documents are refused with 413
 * @param documentsAtOnce that may arrive at one time; more are put off with 503
 * @param mostWaiting lines that may wait for delivery, but for those that wait for their
 *     pre-advice, before documents are put off
 * @param sweepEvery pause of the sweeper
 * @param gatherFor how long a delivery that is not full waits for others, zero for not at all
 * @param reuseAfter how long after the end of an item its id may be used for another
 * @param folderEvery how often the inbox is looked at
 * @param hubTimeout for one call to a hub
 * @param keepCalendars false only against a sandbox, which has no closed hours
 */
public record FlowSettings(
    String host,
    int port,
    Path routes,
    Path inbox,
    Path uploads,
    SftpSettings sftp,
    Path spool,
    Backbone backbone,
    long mostDocumentBytes,
    int documentsAtOnce,
    long mostWaiting,
    Duration sweepEvery,
    Duration gatherFor,
    Duration reuseAfter,
    Duration folderEvery,
    Duration hubTimeout,
    boolean keepCalendars) {
  /** Time to open a connection to a hub. */
  static final Duration CONNECT = Duration.ofSeconds(3);
}
