package org.asepsie.knowledge;

public enum Language {
    FR,
    EN
}
