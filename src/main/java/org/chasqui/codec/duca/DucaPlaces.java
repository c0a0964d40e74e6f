package org.chasqui.codec.duca;

import org.chasqui.message.Location;

/** How a place in an answer is said in each form. */
enum DucaPlaces {
  XPATH {
    @Override
    String declaration(int index) {
      return "/Declaraciones/Duca[" + (index + 1) + "]";
    }

    @Override
    String element(String list, String element, int index) {
      return "/" + list + "/" + element + "[" + (index + 1) + "]";
    }

    @Override
    Location at(String place) {
      return new Location.AtXPath(place, null);
    }
  },

  POINTER {
    @Override
    String declaration(int index) {
      return "/declaraciones/" + index;
    }

    @Override
    String element(String list, String element, int index) {
      return "/" + list + "/" + index;
    }

    @Override
    Location at(String place) {
      return new Location.AtPointer(place);
    }
  };

  /** The place of a declaration, by its position from 0. */
  abstract String declaration(int index);

  /** The rest of the place of an element of a list, by its position from 0. */
  abstract String element(String list, String element, int index);

  abstract Location at(String place);
}
