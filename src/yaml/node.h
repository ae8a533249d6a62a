/* YAML as a tree whose every key and value knows its file, line and column. */
#ifndef YAML_NODE_H
#define YAML_NODE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/span.h"
#include "base/str.h"
#include <stdbool.h>

enum node_kind { NODE_SCALAR, NODE_SEQUENCE, NODE_MAPPING };

struct node {
    uint8_t kind;       /* enum node_kind */
    bool plain;         /* a scalar without quotes: may be a number, a boolean, null */
    uint32_t count;     /* children */
    struct span span;   /* where the value begins */
    struct str text;    /* of a scalar; the bytes of a block scalar without its indentation */
    struct str key;     /* inside a mapping: the key; else empty */
    struct span key_span;
    struct node *first; /* children, in the order of the file */
    struct node *next;  /* the next sibling */
    const struct node_lines *lines; /* of a block scalar: where its lines stand, for node_place */
};

/* Reads the YAML 1.1 text in `bytes` (libyaml). `file` names it in spans and must outlive the tree.
 * Faults (syntax, ill-formed UTF-8, duplicate keys, anchors that are not defined, more than one
 * document, nesting deeper than 64, aliases that expand beyond 1 000 000 nodes) go into diag; the
 * result is NULL after a syntax fault. An empty file gives an empty mapping. All of the tree is
 * owned by the arena, which may go when it has been read into structs (schema.h); `bytes` need not
 * outlive the call. */
struct node *yaml_read(struct arena *arena, const char *file, struct str bytes, struct diag *diag);

/* A copy of a scalar, with its text and the places in it, that outlives the tree. */
const struct node *node_keep(const struct node *scalar, struct arena *arena);

/* The value of `key` in a mapping, or NULL. */
const struct node *node_find(const struct node *mapping, struct str key);

/* For a scalar that is a block scalar ("|", ">") the place of the character at `offset` in text, so
 * that a fault inside a Markdown body names its own line. For other scalars node->span. */
struct span node_place(const struct node *scalar, size_t offset);

#endif
