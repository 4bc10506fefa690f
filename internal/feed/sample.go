package feed

// sample is what is sent when there is nothing else: plain sentences without punctuation
// marks, so that splitting at blanks gives words, and with words that come back, so that
// counting them shows something. It was written for this.
const sample = `
the river begins as a trickle between two stones
every stone in the river was once part of a mountain
the water carries the sand and the sand carries the light
a heron stands in the shallow water and counts the fish
the fish do not count the heron and that is why it eats
below the bridge the river turns and takes its time
time is the only thing that a river has more of than water
two boys drop sticks from the bridge and run to the other side
the stick that comes out first has won and nobody asks why
in spring the river is loud and the meadow is a lake
in summer the river is a path of stones for dry feet
in autumn it carries leaves as if they were letters
in winter it hides under the ice and goes on talking
the miller listens to the wheel and knows the depth of the river
the wheel turns because the water falls and the flour is white
a boat goes down with the current and comes back with the wind
the ferryman says that the river is never the same river
the ferryman says so every day and it is always the same sentence
at night the stars lie in the water and the frogs speak to them
the moon counts the waves and loses count and begins again
a dog barks at the moon in the water and drinks it
rain falls on the river and nobody can tell one from the other
rain falls on the roof and everybody can tell
when the fog comes the bridge ends in the middle of the air
the old woman on the bridge counts carts and boats and geese
one cart two boats and seven geese is a quiet day
seven carts two boats and one goose is a market day
where the river meets the sea the water is neither sweet nor salt
the gulls do not care and the sea does not ask
the sea takes every river and is not full
the sun takes the sea a little at a time and makes a cloud of it
the cloud goes to the mountain and leaves a trickle between two stones
`
