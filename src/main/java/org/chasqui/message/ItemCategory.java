package org.chasqui.message;

/** Category of an item (CN 23 box 10, UPU list 136). */
public enum ItemCategory {
  SALE_OF_GOODS,
  GIFT,
  DOCUMENTS,
  COMMERCIAL_SAMPLE,
  RETURNED_GOODS,
  OTHER
}
