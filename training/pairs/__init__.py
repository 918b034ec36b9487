"""How the model of pairs is made: do two claims say the same, deny one another, differ in a figure or name, or neither?"""
