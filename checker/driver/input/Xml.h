//===-- Xml.h - reads what libxml2 has parsed -------------------*- C++ -*-===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef FLT_DRIVER_INPUT_XML_H
#define FLT_DRIVER_INPUT_XML_H

#include "llvm/ADT/StringRef.h"
#include <libxml/tree.h>
#include <memory>
#include <string>

namespace flt::driver {

/// \returns the name of an element.
inline llvm::StringRef nameOf(const xmlNode *Node) {
  return reinterpret_cast<const char *>(Node->name);
}

/// \returns the value of the attribute \p Name, empty if there is none.
inline std::string attribute(xmlNode *Node, const char *Name) {
  std::unique_ptr<xmlChar, xmlFreeFunc> Value(
      xmlGetProp(Node, reinterpret_cast<const xmlChar *>(Name)), xmlFree);
  return Value ? reinterpret_cast<const char *>(Value.get()) : "";
}

/// \returns the text in \p Node, without white space around it.
inline std::string textOf(xmlNode *Node) {
  std::unique_ptr<xmlChar, xmlFreeFunc> Value(xmlNodeGetContent(Node), xmlFree);
  return Value ? llvm::StringRef(reinterpret_cast<const char *>(Value.get()))
                     .trim()
                     .str()
               : "";
}

/// Calls \p Do with each element in \p Node.
template <class Fn> void forEach(xmlNode *Node, Fn Do) {
  for (xmlNode *Child = Node->children; Child; Child = Child->next)
    if (Child->type == XML_ELEMENT_NODE)
      Do(Child);
}

} // namespace flt::driver

#endif // FLT_DRIVER_INPUT_XML_H
