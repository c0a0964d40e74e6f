package org.chasqui.sandbox;

/**
 * Where one document of a hub comes in.
 *
 * @param path of its submissions, with a query where that tells documents apart
 */
record HubDoor(String path, HubFormat format, AnswerDesk desk) {

  boolean takes(HubRequest request) {
    boolean here =
        path.indexOf('?') < 0 ? request.path().equals(path) : request.target().equals(path);
    boolean plain = path.indexOf('?') >= 0 || request.path().equals(request.target());
    return here && plain && !request.method().equals("GET") && !format.asks(request);
  }
}
